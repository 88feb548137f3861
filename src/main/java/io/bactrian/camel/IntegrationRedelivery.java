package io.bactrian.camel;

import io.bactrian.integration.IntegrationSettings;
import org.apache.camel.LoggingLevel;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.springframework.stereotype.Component;

/** How a step of an integrator's route is tried again: ever later, and holding no thread meanwhile. */
@Component("integrationRedelivery")
public class IntegrationRedelivery extends RedeliveryPolicy {

    private static final long serialVersionUID = 1L;
    private static final int MULTIPLIER = 5;

    IntegrationRedelivery(IntegrationSettings settings) {
        setMaximumRedeliveries(settings.retries());
        setRedeliveryDelay(settings.firstDelay().toMillis());
        setUseExponentialBackOff(true);
        setBackOffMultiplier(MULTIPLIER);
        setMaximumRedeliveryDelay(settings.longestDelay().toMillis());
        setAsyncDelayedRedelivery(true);
        // What is stopped meanwhile is told after the next start.
        setAllowRedeliveryWhileStopping(false);
        setRetryAttemptedLogLevel(LoggingLevel.DEBUG);
        setLogExhausted(false);
    }
}
