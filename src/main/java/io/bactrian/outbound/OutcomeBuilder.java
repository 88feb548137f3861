package io.bactrian.outbound;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.ExpiryClaim;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Receipt;
import java.time.Instant;

/** Puts together what an attempt came to; what is not said stays as the message has it. */
final class OutcomeBuilder {

    private final OutgoingMessage message;
    private final Instant now;
    private AttemptResult result;
    private MessageStatus status;
    private String provider;
    private Receipt receipt = new Receipt(null, null, null);
    private String errorCode;
    private String errorMessage;
    private int refusals;
    private int asked;
    private Instant nextAttemptAt;
    private Instant leaseUntil;
    private Instant askAt;

    OutcomeBuilder(OutgoingMessage message, Instant now) {
        this.message = message;
        this.now = now;
        this.provider = message.provider();
        this.refusals = message.refusals();
    }

    OutcomeBuilder ended(AttemptResult how, MessageStatus next) {
        result = how;
        status = next;
        return this;
    }

    /** Kept under the name that the message was sent through, where that is known. */
    OutcomeBuilder with(Receipt given) {
        receipt = given;
        provider = provider == null ? given.provider() : provider;
        return this;
    }

    OutcomeBuilder through(String name) {
        provider = name;
        return this;
    }

    OutcomeBuilder because(String code, String reason) {
        errorCode = code;
        errorMessage = reason;
        return this;
    }

    /** What kept it from being sent in time stays in the reason. */
    OutcomeBuilder expired() {
        return because(ExpiryClaim.EXPIRED, ExpiryClaim.reason(errorMessage));
    }

    OutcomeBuilder refusals(int count) {
        refusals = count;
        return this;
    }

    OutcomeBuilder asked(int count) {
        asked = count;
        return this;
    }

    OutcomeBuilder dueAt(Instant at) {
        nextAttemptAt = at;
        return this;
    }

    OutcomeBuilder settledAt(Instant at) {
        leaseUntil = at;
        return this;
    }

    OutcomeBuilder askedAboutAt(Instant at) {
        askAt = at;
        return this;
    }

    AttemptOutcome build() {
        return new AttemptOutcome(
                message.id(),
                message.attempts(),
                result,
                status,
                message.answers(),
                provider,
                receipt.providerMessageId(),
                receipt.segments(),
                errorCode,
                errorMessage,
                refusals,
                asked,
                nextAttemptAt,
                leaseUntil,
                askAt,
                now);
    }
}
