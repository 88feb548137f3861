package io.bactrian.api;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a caller wants to wait for an outcome, by RFC 7240. */
final class Patience {

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?(?=$|[,;\\s])", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESPOND_ASYNC =
            Pattern.compile("(?:^|[,;\\s])respond-async(?=$|[,;\\s])", Pattern.CASE_INSENSITIVE);
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    private Patience() {}

    /**
     * @param prefer the header {@code Prefer}, or null. What it says that we do not know, or cannot read, is no error.
     * @return zero for not at all
     */
    static Duration of(String prefer) {
        if (prefer == null) {
            return AS_LONG_AS_IT_TAKES;
        }
        Matcher wait = WAIT.matcher(prefer);
        if (wait.find()) {
            return Duration.ofSeconds(Long.parseLong(wait.group(1)));
        }
        return RESPOND_ASYNC.matcher(prefer).find() ? Duration.ZERO : AS_LONG_AS_IT_TAKES;
    }
}
