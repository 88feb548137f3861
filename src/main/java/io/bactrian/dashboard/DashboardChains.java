package io.bactrian.dashboard;

import io.bactrian.security.Callers;
import io.bactrian.security.LoginAttempts;
import io.bactrian.security.Logins;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Who may see which page. The dashboard is the one place with a session, and no other path looks at it. */
@Configuration(proxyBeanMethods = false)
class DashboardChains {

    /** Nothing in line, nothing evaluated, nothing from elsewhere, and in nobody's frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final DispatcherType[] ALREADY_IN = {
        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD
    };

    /** Names hold the hash of what is behind them, so a browser keeps them for good. */
    @Bean
    @Order(50)
    SecurityFilterChain assetsChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/assets/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ALREADY_IN)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(51)
    SecurityFilterChain dashboardChain(HttpSecurity http, Pages pages, Logins logins, LoginAttempts attempts)
            throws Exception {
        LoginCheck check = new LoginCheck(logins, attempts);
        CookieRequestCache wanted = new CookieRequestCache();
        wanted.setRequestMatcher(
                request -> HttpMethod.GET.matches(request.getMethod()) && !LoginNeeded.isPart(request));
        return http.securityMatcher(paths(pages))
                .authenticationProvider(check)
                .requestCache(cache -> cache.requestCache(wanted))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .formLogin(form -> form.loginPage("/login").failureHandler(check::refused))
                .logout(logout -> logout.logoutSuccessUrl("/login?out").deleteCookies(SessionCookie.NAME))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(new LoginNeeded()).accessDeniedPage("/denied"))
                .addFilterBefore(new SessionCheck(logins), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(ALREADY_IN).permitAll();
                    requests.requestMatchers("/login").permitAll();
                    pages.all().forEach(page -> requests.requestMatchers(page.path(), page.path() + "/**")
                            .hasAuthority(Callers.AUTHORITY_PREFIX + page.scope()));
                    requests.anyRequest().authenticated();
                })
                .build();
    }

    private static String[] paths(Pages pages) {
        Stream<String> all = pages.all().stream().flatMap(page -> Stream.of(page.path(), page.path() + "/**"));
        return Stream.concat(Stream.of("/", "/login", "/logout", "/live", "/denied"), all)
                .toArray(String[]::new);
    }

    /** In a cookie: a session for each look at the login page would fill the memory. Scripts have it from the page. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        return tokens;
    }
}
