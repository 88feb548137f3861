package io.bactrian.camel;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.failure.DeadLetter;
import java.util.List;
import org.apache.camel.Exchange;

/** Which message something is about. */
public final class Subject {

    /** Under which name logs and traces tell it. */
    public static final String NAME = "messageId";

    private Subject() {}

    /** The id of what the exchange carries, else of what it was taken for; null where that is no message. */
    public static String of(Exchange exchange) {
        String id = of(exchange.getMessage().getBody());
        if (id == null) {
            id = of(exchange.getVariable("job"));
        }
        return id == null ? exchange.getVariable("doubledId", String.class) : id;
    }

    /** A list is told by its batch. */
    public static String of(Object body) {
        if (body instanceof IncomingMessage message) {
            return message.messageSid();
        }
        if (body instanceof OutgoingMessage message) {
            return message.id();
        }
        if (body instanceof AttemptOutcome outcome) {
            return outcome.id();
        }
        if (body instanceof DeadLetter letter) {
            return of(letter.job());
        }
        if (body instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof OutgoingMessage first) {
            return first.batchId();
        }
        return body instanceof DeliveryReport report ? report.messageId() : null;
    }
}
