package io.bactrian.api;

import io.bactrian.web.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a search of both directions goes on: each where its own list does.
 *
 * @param incoming the cursor of that list, or null where it is over, or not begun
 * @param isFirst whether nothing is begun
 */
record SearchCursor(String incoming, String outgoing, boolean isFirst) {

    private static final String BETWEEN = "~";

    static SearchCursor of(String text) {
        if (text == null) {
            return new SearchCursor(null, null, true);
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            String[] parts = plain.split(BETWEEN, -1);
            if (parts.length == 2 && plain.length() > 1) {
                return new SearchCursor(orNull(parts[0]), orNull(parts[1]), false);
            }
        } catch (IllegalArgumentException e) {
            // falls through: it is none of ours
        }
        throw Refused.invalid("cursor", "is none that a page gave");
    }

    private static String orNull(String part) {
        return part.isEmpty() ? null : part;
    }

    boolean goesOnIncoming() {
        return isFirst || incoming != null;
    }

    boolean goesOnOutgoing() {
        return isFirst || outgoing != null;
    }

    /** What a caller is given for it; null where both are over. */
    String text() {
        if (incoming == null && outgoing == null) {
            return null;
        }
        String plain = (incoming == null ? "" : incoming) + BETWEEN + (outgoing == null ? "" : outgoing);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
