package io.bactrian.store;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import java.time.Instant;

/** What attempts come to: a second after noon, where nothing else is said, through the message's own provider. */
final class Outcomes {

    private final OutgoingMessage message;
    private final AttemptResult result;
    private final MessageStatus status;
    private final String providerId;
    private int refusals;
    private int asked;
    private Instant nextAttemptAt;
    private Instant leaseUntil;
    private Instant endedAt = StoreFixture.NOON.plusSeconds(1);

    Outcomes(OutgoingMessage message, AttemptResult result, MessageStatus status, String providerId) {
        this.message = message;
        this.result = result;
        this.status = status;
        this.providerId = providerId;
        this.refusals = message.refusals();
    }

    Outcomes refusals(int count) {
        refusals = count;
        return this;
    }

    Outcomes asked(int count) {
        asked = count;
        return this;
    }

    Outcomes nextAttemptAt(Instant at) {
        nextAttemptAt = at;
        return this;
    }

    Outcomes leaseUntil(Instant at) {
        leaseUntil = at;
        return this;
    }

    Outcomes at(Instant end) {
        endedAt = end;
        return this;
    }

    AttemptOutcome build() {
        boolean accepted = result == AttemptResult.ACCEPTED;
        return new AttemptOutcome(
                message.id(),
                message.attempts(),
                result,
                status,
                message.answers(),
                message.provider(),
                providerId,
                1,
                accepted ? null : "20429",
                accepted ? null : "slow down",
                refusals,
                asked,
                nextAttemptAt,
                leaseUntil,
                accepted && providerId != null ? StoreFixture.LATER : null,
                endedAt);
    }
}
