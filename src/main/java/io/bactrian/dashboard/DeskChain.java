package io.bactrian.dashboard;

import io.bactrian.desk.OwnPages;
import io.bactrian.security.Callers;
import io.bactrian.security.Logins;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * Hawtio, and Jolokia that it asks, for whoever is logged in to the dashboard with the role {@code ops}. No password and
 * no key opens it: a browser would send those along by itself, wherever a request comes from.
 */
@Configuration(proxyBeanMethods = false)
class DeskChain {

    private static final String HAWTIO = "/actuator/hawtio";
    private static final String JOLOKIA = "/actuator/jolokia";

    private static final DispatcherType[] ALREADY_IN = {
        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD
    };

    @Bean
    @Order(39)
    SecurityFilterChain hawtioChain(HttpSecurity http, Logins logins) throws Exception {
        LoginNeeded login = new LoginNeeded();
        CookieRequestCache wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getRequestURI().equals(HAWTIO));
        return http.securityMatcher(HAWTIO, HAWTIO + "/**", JOLOKIA, JOLOKIA + "/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.requestCache(wanted))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, refusal) -> {
                            if (request.getRequestURI().contains("/jolokia")) {
                                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                            } else {
                                login.commence(request, response, refusal);
                            }
                        })
                        .accessDeniedHandler(
                                (request, response, refusal) -> response.setStatus(HttpServletResponse.SC_FORBIDDEN)))
                .addFilterBefore(new SessionCheck(logins), AuthorizationFilter.class)
                .addFilterAfter(new OwnPages(), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ALREADY_IN)
                        .permitAll()
                        .requestMatchers(HAWTIO + "/proxy/enabled")
                        .hasAuthority(Callers.AUTHORITY_PREFIX + "ops")
                        // it would fetch from other machines for whoever asks
                        .requestMatchers(HAWTIO + "/proxy/**")
                        .denyAll()
                        .anyRequest()
                        .hasAuthority(Callers.AUTHORITY_PREFIX + "ops"))
                .build();
    }
}
