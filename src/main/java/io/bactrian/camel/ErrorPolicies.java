package io.bactrian.camel;

import static org.apache.camel.builder.PredicateBuilder.and;

import io.bactrian.api.UnusableText;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.MalformedWebhook;
import io.bactrian.domain.StoreException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.springframework.stereotype.Component;

/**
 * What happens when a step fails. A route names one of these policies where work enters the gateway; every other route
 * has none, so that its failures rise to the one that called it (docs/decisions/0002-error-policy-at-the-edges.md).
 */
@Component
class ErrorPolicies extends RouteConfigurationBuilder {

    private static final int REDELIVERIES = 2;
    private static final long FIRST_DELAY_MS = 200;
    private static final String RETRY_AFTER_S = "10";
    private static final String SPOOL = "direct:keep-in-spool";
    private static final String DEAD_LETTER = "direct:keep-dead-letter";

    @Override
    public void configuration() {
        routeConfiguration().errorHandler(noErrorHandler());
        webhook();
        delivery();
        dispatch();
        tick();
        integration();
    }

    /** Tried again within the provider's patience, then kept on disk; 200 only for what is safe there. */
    private void webhook() {
        RouteConfigurationDefinition webhook = routeConfiguration("webhook");
        kept(webhook.onException(MalformedWebhook.class).handled(true).logExhausted(false), DEAD_LETTER, 400);
        kept(knownAway(webhook), SPOOL, 200);
        kept(away(webhook), SPOOL, 200);
        kept(redelivered(webhook.onException(Exception.class)), DEAD_LETTER, 200);
    }

    private void kept(OnExceptionDefinition failure, String keeping, int answer) {
        failure.doTry()
                .to(keeping)
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(answer))
                .doCatch(Exception.class)
                .bean(FailureLog.class, "say")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(503))
                .setHeader("Retry-After", constant(RETRY_AFTER_S))
                .end()
                .to("direct:answer-twilio");
    }

    /**
     * The provider is never called again from here: only the steps before and after the call are tried again. A message
     * that never got as far as the call needs no letter: it is in the outbox, and its lease will end.
     */
    private void delivery() {
        RouteConfigurationDefinition delivery = routeConfiguration("delivery");
        outcomeKept(knownAway(delivery), SPOOL);
        outcomeKept(away(delivery), SPOOL);
        outcomeKept(redelivered(delivery.onException(Exception.class)), DEAD_LETTER);
        delivery.onCompletion().to("direct:free-slot");
    }

    private void outcomeKept(OnExceptionDefinition failure, String keeping) {
        failure.choice()
                .when(variable(DeadLetterWriter.JOB).isInstanceOf(AttemptOutcome.class))
                .doTry()
                .to(keeping)
                .doCatch(Exception.class)
                .bean(FailureLog.class, "say")
                .endDoTry()
                .endChoice()
                .otherwise()
                .bean(FailureLog.class, "say");
    }

    /** A first failure while others have found the store away already: to try again would only take their time. */
    private OnExceptionDefinition knownAway(RouteConfigurationDefinition policy) {
        return policy.onException(StoreException.class)
                .onWhen(and(StoreFailure::isUnavailable, StoreFailure::isFirst, method("storeGate", "isAway")))
                .handled(true)
                .maximumRedeliveries(0)
                .logExhausted(false);
    }

    private OnExceptionDefinition away(RouteConfigurationDefinition policy) {
        return redelivered(policy.onException(StoreException.class).onWhen(StoreFailure::isUnavailable))
                .onExceptionOccurredRef("storeFailure");
    }

    /** As {@link #tick}, and the slots that the claim had reserved are free again. */
    private void dispatch() {
        routeConfiguration("dispatch")
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .bean(FailureLog.class, "say")
                .to("direct:abandon-claim");
    }

    /** The next tick tries again anyway, so a failure is only said. */
    private void tick() {
        routeConfiguration("tick")
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .bean(FailureLog.class, "say");
    }

    /** For routes of integrators: tried again for some minutes, then a dead letter. What cannot be sent never can. */
    private void integration() {
        RouteConfigurationDefinition integration = routeConfiguration("integration");
        integration
                .onException(UnusableText.class)
                .handled(true)
                .logExhausted(false)
                .to(DEAD_LETTER);
        integration
                .onException(Exception.class)
                .handled(true)
                .redeliveryPolicyRef("integrationRedelivery")
                .to(DEAD_LETTER);
    }

    private OnExceptionDefinition redelivered(OnExceptionDefinition failure) {
        return failure.handled(true)
                .maximumRedeliveries(REDELIVERIES)
                .redeliveryDelay(FIRST_DELAY_MS)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .asyncDelayedRedelivery()
                .retryAttemptedLogLevel(LoggingLevel.DEBUG)
                .logExhausted(false);
    }
}
