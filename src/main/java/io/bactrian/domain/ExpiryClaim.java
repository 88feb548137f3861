package io.bactrian.domain;

import java.time.Instant;

/**
 * A request to fail what waits and is not valid any more.
 *
 * @param limit how many messages at the most
 * @param now messages whose time is over at this time or before, UTC
 */
public record ExpiryClaim(int limit, Instant now) {

    /** The error code of a message that was not sent while it was valid. */
    public static final String EXPIRED = "expired";

    /** Why, in words; what kept it from being sent follows, where that is known. */
    public static final String REASON = "it was not sent while it was valid";

    /** @param last the reason in words that the message had until now, or null */
    public static String reason(String last) {
        if (last == null) {
            return REASON;
        }
        return last.startsWith(REASON) ? last : REASON + ", before that: " + last;
    }
}
