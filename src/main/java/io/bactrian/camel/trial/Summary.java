package io.bactrian.camel.trial;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.UserKey;
import io.bactrian.segments.Segments;
import io.bactrian.trace.Masked;
import java.util.List;
import java.util.stream.Collectors;

/** What would have been handed on, with numbers masked and texts by their length. */
final class Summary {

    private static final int MOST = 5;

    private Summary() {}

    static String of(Object value) {
        if (value instanceof OutgoingMessage message) {
            return message.id() + " to " + message.phoneNumber().masked() + ", " + message.kind() + ", "
                    + message.priority() + ", " + text(message.messageContent()) + ", segments: "
                    + Segments.estimate(message);
        }
        if (value instanceof IncomingMessage message) {
            return message.messageSid() + " from " + message.phoneNumber().masked() + ", "
                    + text(message.messageContent()) + ", registered: " + message.isRegistered();
        }
        if (value instanceof OptOutChange change) {
            return change.phoneNumber().masked() + ", opted out: " + change.optedOut();
        }
        if (value instanceof UserKey key) {
            return key.phoneNumber().masked();
        }
        if (value instanceof List<?> list && list.size() <= MOST) {
            return list.stream().map(Summary::of).collect(Collectors.joining("; ", "[", "]"));
        }
        return value instanceof PhoneNumber number ? number.masked() : Masked.of(value);
    }

    private static String text(String content) {
        return "a text of " + content.length();
    }
}
