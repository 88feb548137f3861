package io.bactrian.camel.blocks;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Notice;
import java.util.Locale;

/**
 * What a source emits.
 *
 * @param received messages that came in, or else statuses of those that went out
 * @param name of the listener
 * @param tenant whose, or null for everybody's
 * @param registered {@code any}, {@code true} or {@code false}
 * @param keyword the first word of the text, or null for any
 * @param json JSON in the place of a record
 * @param wholeNumbers whether numbers in that JSON are whole
 */
record SourceOptions(
        boolean received,
        String name,
        String tenant,
        String registered,
        String keyword,
        boolean json,
        boolean wholeNumbers) {

    /** As far as the notice itself tells; whose message got a status, only the store knows. */
    boolean want(Notice notice) {
        return received ? notice.received() != null && want(notice.received()) : notice.changed() != null;
    }

    private boolean want(IncomingMessage message) {
        return wantTenant(message.tenant())
                && (registered.equals("any") || Boolean.parseBoolean(registered) == message.isRegistered())
                && (keyword == null || keyword.equalsIgnoreCase(firstWord(message.messageContent())));
    }

    boolean wantTenant(String whose) {
        return tenant == null || tenant.equals(whose);
    }

    private static String firstWord(String text) {
        return text.strip().split("[\\s\\p{Punct}]", 2)[0].toUpperCase(Locale.ROOT);
    }
}
