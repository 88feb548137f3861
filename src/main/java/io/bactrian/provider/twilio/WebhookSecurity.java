package io.bactrian.provider.twilio;

import io.bactrian.web.Bodies;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Everything under {@code /webhooks} passes the signature check, here, where no route can leave it out. The filter is
 * no bean: Spring Boot would put it in front of every other URL as well. Of Spring Security's own filters there is only the
 * one of the headers: nobody logs in here, and what the others do costs more than the check.
 */
@Configuration(proxyBeanMethods = false)
class WebhookSecurity {

    /** Where an older gateway had its webhooks (docs/decisions/0018-older-urls-by-one-folder.md). */
    private static final String OLDER = "/api/real/webhooks";

    @Bean
    @Order(10)
    SecurityFilterChain webhookSecurityFilterChain(
            HttpSecurity http, TwilioAccount account, Bodies bodies, MeterRegistry meters) throws Exception {
        RequestMatcher known = new OrRequestMatcher(
                path("/webhooks/twilio/**"), path(OLDER + "/twilio/incoming"), path(OLDER + "/twilio/status"));
        TwilioSignatureFilter signatureFilter = new TwilioSignatureFilter(account, known, bodies, meters);
        return http.securityMatcher(new OrRequestMatcher(path("/webhooks/**"), path(OLDER + "/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .addFilterAfter(signatureFilter, HeaderWriterFilter.class)
                .build();
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
