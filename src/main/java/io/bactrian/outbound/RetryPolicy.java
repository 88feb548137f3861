package io.bactrian.outbound;

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
    private final Clock clock;
    private final DoubleSupplier random;

    @Autowired
    RetryPolicy(RetrySettings settings, Clock clock) {
        this(settings, clock, Math::random);
    }

    /** @param random from 0 to 1, for the jitter */
    RetryPolicy(RetrySettings settings, Clock clock, DoubleSupplier random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** The provider took it. */
    public AttemptOutcome accepted(OutgoingMessage message, Receipt receipt) {
        return new AttemptOutcome(
                message.id(),
                message.attempts(),
                AttemptResult.ACCEPTED,
                MessageStatus.SENT,
                message.answers(),
                message.provider() == null ? receipt.provider() : message.provider(),
                receipt.providerMessageId(),
                receipt.segments(),
                null,
                null,
                null,
                null,
                clock.instant());
    }

    /**
     * The provider did not take it, or nobody knows. Whatever the provider's adapter did not name is unknown: a message
     * that may have been sent is never sent again on a guess.
     */
    public AttemptOutcome failed(OutgoingMessage message, Throwable failure, String provider) {
        if (!(failure instanceof ProviderException refusal)) {
            return unknown(message, provider, null, failure.getClass().getSimpleName());
        }
        return switch (refusal.failure()) {
            case REJECTED -> rejected(message, provider, refusal);
            case NOT_SENT ->
                message.attempts() < settings.maxAttempts()
                        ? again(message, provider, refusal)
                        : rejected(message, provider, refusal);
            case CONFIGURATION -> again(message, provider, refusal);
            case UNKNOWN -> unknown(message, provider, refusal.code(), refusal.getMessage());
        };
    }

    private AttemptOutcome rejected(OutgoingMessage message, String provider, ProviderException refusal) {
        AttemptResult result = refusal.failure() == ProviderException.Failure.REJECTED
                ? AttemptResult.REJECTED
                : AttemptResult.NOT_SENT;
        return failure(
                message, provider, result, MessageStatus.FAILED, refusal.code(), refusal.getMessage(), null, null);
    }

    private AttemptOutcome again(OutgoingMessage message, String provider, ProviderException refusal) {
        Instant next = clock.instant().plus(delay(message.attempts(), refusal.retryAfter()));
        return failure(
                message,
                provider,
                AttemptResult.NOT_SENT,
                MessageStatus.QUEUED,
                refusal.code(),
                refusal.getMessage(),
                next,
                null);
    }

    private AttemptOutcome unknown(OutgoingMessage message, String provider, String code, String reason) {
        Instant settle = clock.instant().plus(settings.settleAfter());
        return failure(message, provider, AttemptResult.UNKNOWN, MessageStatus.SENDING, code, reason, null, settle);
    }

    private AttemptOutcome failure(
            OutgoingMessage message,
            String provider,
            AttemptResult result,
            MessageStatus status,
            String code,
            String reason,
            Instant nextAttemptAt,
            Instant leaseUntil) {
        return new AttemptOutcome(
                message.id(),
                message.attempts(),
                result,
                status,
                message.answers(),
                provider,
                null,
                null,
                code,
                reason,
                nextAttemptAt,
                leaseUntil,
                clock.instant());
    }

    /** Grows with each attempt, spread by the jitter so that what failed together does not come back together. */
    Duration delay(int attempts, Duration retryAfter) {
        double grown = settings.initialDelay().toMillis() * Math.pow(settings.multiplier(), Math.max(0, attempts - 1));
        double capped = Math.min(grown, settings.maxDelay().toMillis());
        double spread = 1 + settings.jitter() * (2 * random.getAsDouble() - 1);
        Duration delay = Duration.ofMillis(Math.round(capped * spread));
        return retryAfter != null && retryAfter.compareTo(delay) > 0 ? retryAfter : delay;
    }
}
