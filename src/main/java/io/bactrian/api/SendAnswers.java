package io.bactrian.api;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.MessageState;
import io.bactrian.messages.Waiting;
import io.bactrian.messages.Waits;
import io.bactrian.outbound.Progress;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a caller how far their message has come, and what it takes. */
@Component
public class SendAnswers {

    private final Estimates estimates;
    private final Waits waits;

    SendAnswers(Estimates estimates, Waits waits) {
        this.waits = waits;
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
            default -> underWay(message, size);
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
                null,
                outcome.errorCode(),
                outcome.errorMessage());
    }

    private Answer underWay(OutgoingMessage message, TextSize size) {
        SendResult result = new SendResult(
                message.id(),
                MessageStatus.QUEUED,
                null,
                size.encoding(),
                size.segments(),
                size.estimatedCost(),
                waiting(message),
                null,
                null);
        return new Answer(202, Map.of("Location", "/api/sms/status/" + message.id()), result);
    }

    /** Of a message that is due at once nobody needs to be told what it waits for. */
    private Waiting waiting(OutgoingMessage message) {
        return message.nextAttemptAt().isAfter(message.queuedAt())
                ? waits.explained(MessageState.of(message, List.of())).waiting()
                : null;
    }
}
