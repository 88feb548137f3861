package io.bactrian.security;

import io.bactrian.keys.KeyRing;
import io.bactrian.web.ProblemAnswers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.stereotype.Component;

/** How callers of every program-to-program path prove who they are: a token, a key, or the operator's password. */
@Component
class Authentications {

    private final OperatorAuthentication operator;
    private final JwtDecoder tokens;
    private final ProblemEntryPoint refusals;
    private final KeyAuthentication keys;

    Authentications(OperatorAccount account, JwtSettings jwt, KeyRing ring, ProblemAnswers answers) {
        operator = new OperatorAuthentication(account);
        tokens = Tokens.decoder(jwt).orElse(null);
        refusals = new ProblemEntryPoint(answers);
        keys = new KeyAuthentication(ring, answers, refusals);
    }

    /** No session and no login page: whoever calls proves who they are, each time. */
    <R extends AuthenticationEntryPoint & AccessDeniedHandler> HttpSecurity stateless(HttpSecurity http, R refusal)
            throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusal).accessDeniedHandler(refusal));
    }

    HttpSecurity withCredentials(HttpSecurity http) throws Exception {
        stateless(http, refusals)
                .authenticationProvider(operator)
                .addFilterBefore(keys.filter(), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals));
        if (tokens != null) {
            http.oauth2ResourceServer(
                    server -> server.jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(Authentications::token))
                            .authenticationEntryPoint(refusals)
                            .accessDeniedHandler(refusals));
        }
        return http;
    }

    /** With what the caller may really do, which can be less than the token says. */
    private static JwtAuthenticationToken token(Jwt token) {
        return new JwtAuthenticationToken(token, Callers.authorities(Callers.of(token)));
    }
}
