package io.bactrian.api;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.MessageStatus;
import io.bactrian.outbound.Progress;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a caller how far their message has come. */
@Component
public class SendAnswers {

    /** Sent: 200. Refused for good: 422. Anything else is under way: 202, and where to ask again. */
    public Answer of(Progress progress) {
        AttemptOutcome outcome = progress.outcome();
        MessageStatus status = outcome == null ? MessageStatus.QUEUED : outcome.status();
        return switch (status) {
            case SENT, DELIVERED -> Answer.of(200, sent(outcome));
            case FAILED, UNDELIVERED -> Answer.of(422, failed(outcome));
            default -> underWay(progress.id());
        };
    }

    private static SendResult sent(AttemptOutcome outcome) {
        return new SendResult(outcome.id(), MessageStatus.SENT, outcome.providerMessageId(), null, null);
    }

    private static SendResult failed(AttemptOutcome outcome) {
        return new SendResult(outcome.id(), MessageStatus.FAILED, null, outcome.errorCode(), outcome.errorMessage());
    }

    private static Answer underWay(String id) {
        SendResult result = new SendResult(id, MessageStatus.QUEUED, null, null, null);
        return new Answer(202, Map.of("Location", "/api/sms/status/" + id), result);
    }
}
