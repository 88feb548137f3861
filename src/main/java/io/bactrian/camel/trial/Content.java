package io.bactrian.camel.trial;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import java.util.List;
import java.util.Objects;

/** Tells apart what looks the same when it is masked, and takes for the same what differs in when it was made. */
final class Content {

    private Content() {}

    static int of(Object value) {
        if (value instanceof OutgoingMessage message) {
            return Objects.hash(
                    message.id(),
                    message.phoneNumber(),
                    message.from(),
                    message.messageContent(),
                    message.mediaUrl(),
                    message.kind(),
                    message.priority());
        }
        if (value instanceof IncomingMessage message) {
            return Objects.hash(message.messageSid(), message.messageContent(), message.isRegistered());
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(Content::of).reduce(1, (sum, next) -> 31 * sum + next);
        }
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean
                ? value.hashCode()
                : 0;
    }
}
