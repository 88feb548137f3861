package io.bactrian.api;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.outbound.Progress;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a caller how far their message has come, and what it takes. */
@Component
public class SendAnswers {

    private final Estimates estimates;

    SendAnswers(Estimates estimates) {
        this.estimates = estimates;
    }

    /** Sent: 200. Refused for good: 422. Anything else is under way: 202, and where to ask again. */
    public Answer of(Progress progress) {
        OutgoingMessage message = progress.message();
        AttemptOutcome outcome = progress.outcome();
        MessageStatus status = outcome == null ? MessageStatus.QUEUED : outcome.status();
        TextSize size = estimates.size(message.channel(), message.phoneNumber(), message.messageContent());
        return switch (status) {
            case SENT, DELIVERED -> Answer.of(200, sent(message, outcome, size));
            case FAILED, UNDELIVERED -> Answer.of(422, failed(outcome, size));
            default -> underWay(message.id(), size);
        };
    }

    private SendResult sent(OutgoingMessage message, AttemptOutcome outcome, TextSize size) {
        Integer segments = outcome.segments() == null ? size.segments() : outcome.segments();
        return new SendResult(
                outcome.id(),
                MessageStatus.SENT,
                outcome.providerMessageId(),
                size.encoding(),
                segments,
                estimates.cost(message.channel(), message.phoneNumber(), segments),
                null,
                null);
    }

    private static SendResult failed(AttemptOutcome outcome, TextSize size) {
        return new SendResult(
                outcome.id(),
                MessageStatus.FAILED,
                null,
                size.encoding(),
                size.segments(),
                null,
                outcome.errorCode(),
                outcome.errorMessage());
    }

    private static Answer underWay(String id, TextSize size) {
        SendResult result = new SendResult(
                id, MessageStatus.QUEUED, null, size.encoding(), size.segments(), size.estimatedCost(), null, null);
        return new Answer(202, Map.of("Location", "/api/sms/status/" + id), result);
    }
}
