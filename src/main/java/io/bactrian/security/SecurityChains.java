package io.bactrian.security;

import io.bactrian.limits.ApiRates;
import io.bactrian.web.Bodies;
import io.bactrian.web.Contract;
import io.bactrian.web.JsonBodies;
import io.bactrian.web.ProblemAnswers;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.CorsFilter;

/** Which caller may do what. What is not said here or by another chain is forbidden. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private static final int LARGEST_BODY = 1024 * 1024;
    /** What has been let in is not asked again when the answer comes back, or when it ends in an error page. */
    private static final DispatcherType[] ALREADY_IN = {DispatcherType.ASYNC, DispatcherType.ERROR};

    @Bean
    @Order(30)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            Authentications authentications,
            Contract contract,
            ApiSettings settings,
            Bodies bodies,
            ApiRates rates,
            Callers callers,
            ProblemAnswers answers)
            throws Exception {
        if (!settings.corsOrigins().isEmpty()) {
            http.addFilter(CrossOrigin.filter(settings.corsOrigins(), answers));
        }
        return authentications
                .withCredentials(http.securityMatcher(paths(contract)))
                .addFilterBefore(new AllowedAddresses(settings.allowedIps(), answers), CorsFilter.class)
                .authorizeHttpRequests(requests -> allow(requests, contract))
                .addFilterAfter(new CallLimit(rates, callers, answers), AuthorizationFilter.class)
                .addFilterAfter(new JsonBodies(LARGEST_BODY, bodies, settings.corsOrigins(), answers), CallLimit.class)
                .build();
    }

    /** Everything below /api, and what the contract has elsewhere. */
    private static String[] paths(Contract contract) {
        Stream<String> elsewhere =
                contract.calls().stream().map(Contract.Call::path).filter(path -> !path.startsWith("/api/"));
        return Stream.concat(Stream.of("/api", "/api/**"), elsewhere).distinct().toArray(String[]::new);
    }

    /** The contract says which scope a call needs; what it does not know is for known callers to be told so (404). */
    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            Contract contract) {
        requests.dispatcherTypeMatchers(ALREADY_IN).permitAll();
        for (Contract.Call call : contract.calls()) {
            var matching = requests.requestMatchers(HttpMethod.valueOf(call.method()), call.path());
            if (call.scope() == null) {
                matching.permitAll();
            } else {
                matching.hasAuthority(Callers.AUTHORITY_PREFIX + call.scope());
            }
        }
        requests.anyRequest().authenticated();
    }

    @Bean
    @Order(40)
    SecurityFilterChain actuatorChain(HttpSecurity http, Authentications authentications) throws Exception {
        return authentications
                .withCredentials(http.securityMatcher("/actuator", "/actuator/**"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ALREADY_IN)
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/actuator/health",
                                "/actuator/health/liveness",
                                "/actuator/health/readiness")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(Callers.AUTHORITY_PREFIX + Scopes.OPS))
                .build();
    }

    @Bean
    @Order(1000)
    SecurityFilterChain everythingElse(HttpSecurity http, Authentications authentications, ProblemAnswers answers)
            throws Exception {
        return authentications
                .stateless(http, new NothingHere(answers))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ALREADY_IN)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
