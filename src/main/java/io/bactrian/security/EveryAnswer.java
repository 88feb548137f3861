package io.bactrian.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every answer of every chain tells a browser. Spring Security has the most of it by default: that types are not to
 * be guessed, nothing is to be kept or framed, and, behind TLS, that it stays so (HSTS). Spring finds this class by
 * {@code spring.factories}, so that no chain can leave it out.
 */
final class EveryAnswer extends AbstractHttpConfigurer<EveryAnswer, HttpSecurity> {

    @Override
    public void init(HttpSecurity http) throws Exception {
        HeadersConfigurer<HttpSecurity> headers = http.getConfigurer(HeadersConfigurer.class);
        if (headers != null) {
            headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
        }
    }
}
