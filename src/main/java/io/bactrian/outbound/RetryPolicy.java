package io.bactrian.outbound;

import io.bactrian.delivery.PollSettings;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The one place that decides what the end of an attempt means for its message. */
@Component("retryPolicy")
public class RetryPolicy {

    private final RetrySettings settings;
    private final Duration reportWait;
    private final Clock clock;
    private final DoubleSupplier random;

    @Autowired
    RetryPolicy(RetrySettings settings, PollSettings polling, Clock clock) {
        this(settings, polling, clock, Math::random);
    }

    /** @param random from 0 to 1, for the jitter */
    RetryPolicy(RetrySettings settings, PollSettings polling, Clock clock, DoubleSupplier random) {
        this.settings = settings;
        this.reportWait = polling.after();
        this.clock = clock;
        this.random = random;
    }

    /** The provider took it. Its reports are awaited, and if none comes, it is asked. */
    public AttemptOutcome accepted(OutgoingMessage message, Receipt receipt) {
        return outcome(message)
                .ended(AttemptResult.ACCEPTED, MessageStatus.SENT)
                .with(receipt)
                .askedAboutAt(now().plus(reportWait))
                .build();
    }

    /**
     * The provider did not take it, or nobody knows. Whatever the provider's adapter did not name is unknown: a message
     * that may have been sent is never sent again on a guess. Only what the provider itself refused for a time counts
     * as a refusal; a call that was not made, or a wrong configuration, wears out no message.
     */
    public AttemptOutcome failed(OutgoingMessage message, Throwable failure, String provider) {
        OutcomeBuilder outcome = outcome(message).through(provider);
        if (!(failure instanceof ProviderException refusal)) {
            return unknown(outcome.because(null, failure.getClass().getSimpleName()));
        }
        outcome.because(refusal.code(), refusal.getMessage());
        return switch (refusal.failure()) {
            case REJECTED ->
                outcome.ended(AttemptResult.REJECTED, MessageStatus.FAILED).build();
            case NOT_SENT -> refused(outcome, message.refusals() + 1, refusal.retryAfter());
            case NOT_CALLED -> again(outcome, delay(1, refusal.retryAfter()));
            // The provider is parked; another message is to try it next, in case it is only this one that it refuses.
            case CONFIGURATION -> again(outcome, delay(message.attempts(), null));
            case UNKNOWN -> unknown(outcome);
        };
    }

    /** The provider was asked and knows nothing of it: not sent, once it has said so often enough. */
    public AttemptOutcome unheardOf(OutgoingMessage message, String provider) {
        OutcomeBuilder outcome = outcome(message)
                .through(provider)
                .because(null, "the provider knows nothing of the message")
                .asked(message.asked() + 1);
        return message.asked() + 1 < settings.settleAsks() ? unknown(outcome) : again(outcome, delay(1, null));
    }

    /** The provider was asked and did not answer: it is asked again, and this time does not count. */
    public AttemptOutcome unanswered(OutgoingMessage message, String provider) {
        return unknown(outcome(message)
                .through(provider)
                .because(null, "the provider does not say whether it took the message")
                .asked(message.asked()));
    }

    /** Nobody can be asked whether it was sent: it stays as it is until an operator decides, or a report comes. */
    public AttemptOutcome undecided(OutgoingMessage message, String provider) {
        return outcome(message)
                .through(provider)
                .because(null, "the provider cannot be asked whether it took the message: an operator decides")
                .ended(AttemptResult.UNKNOWN, MessageStatus.SENDING)
                .build();
    }

    /** An operator has decided what became of it. */
    public AttemptOutcome decided(OutgoingMessage message, boolean sent) {
        OutcomeBuilder outcome = outcome(message);
        return sent
                ? outcome.ended(AttemptResult.ACCEPTED, MessageStatus.SENT).build()
                : again(outcome.because(null, "an operator says that it was not sent"), Duration.ZERO);
    }

    private AttemptOutcome refused(OutcomeBuilder outcome, int refusals, Duration retryAfter) {
        outcome.refusals(refusals);
        return refusals < settings.maxAttempts()
                ? again(outcome, delay(refusals, retryAfter))
                : outcome.ended(AttemptResult.NOT_SENT, MessageStatus.FAILED).build();
    }

    private AttemptOutcome again(OutcomeBuilder outcome, Duration wait) {
        return outcome.ended(AttemptResult.NOT_SENT, MessageStatus.QUEUED)
                .dueAt(now().plus(wait))
                .build();
    }

    private AttemptOutcome unknown(OutcomeBuilder outcome) {
        return outcome.ended(AttemptResult.UNKNOWN, MessageStatus.SENDING)
                .settledAt(now().plus(settings.settleAfter()))
                .build();
    }

    /** Grows with each refusal, spread by the jitter so that what failed together does not come back together. */
    Duration delay(int refusals, Duration retryAfter) {
        double grown = settings.initialDelay().toMillis() * Math.pow(settings.multiplier(), Math.max(0, refusals - 1));
        double capped = Math.min(grown, settings.maxDelay().toMillis());
        double spread = 1 + settings.jitter() * (2 * random.getAsDouble() - 1);
        Duration delay = Duration.ofMillis(Math.round(capped * spread));
        return retryAfter != null && retryAfter.compareTo(delay) > 0 ? retryAfter : delay;
    }

    private OutcomeBuilder outcome(OutgoingMessage message) {
        return new OutcomeBuilder(message, now());
    }

    private Instant now() {
        return clock.instant();
    }
}
