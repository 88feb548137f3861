package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The simulator's place in the gateway, and the one number that everybody needs to try it. */
@Configuration(proxyBeanMethods = false)
@WhileSimulated
public class Simulator {

    /** The demo user's number, E.164. It is none of the magic numbers, so texts to it arrive. */
    public static final String DEMO_NUMBER = "+15005550100";

    /** The number that texts come from and go to where nobody names one; an account may have only a service. */
    static String sender(TwilioAccount account) {
        return account.sender() == null
                ? MagicNumbers.VALID_SENDER
                : account.sender().value();
    }

    /**
     * Twilio's REST paths check their own Basic credentials, as Twilio does, and answer with Twilio's own errors. A chain
     * without filters costs nothing where thousands of messages a second are taken.
     */
    @Bean
    @Order(20)
    SecurityFilterChain simulatorSecurity() {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher("/simulator/**"));
    }
}
