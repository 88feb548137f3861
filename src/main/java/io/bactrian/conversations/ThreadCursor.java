package io.bactrian.conversations;

import io.bactrian.paging.InvalidCursorException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * Where a page of a thread ends: at a time, and so many messages of that time on.
 *
 * @param at UTC, in whole microseconds, or null at the beginning
 * @param seen how many messages of that time the pages before had
 */
record ThreadCursor(Instant at, int seen) {

    private static final String BETWEEN = "_";
    private static final int MOST_SEEN = 10_000;

    static ThreadCursor of(String cursor) {
        if (cursor == null) {
            return new ThreadCursor(null, 0);
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(BETWEEN);
            int seen = Integer.parseInt(parts[1]);
            if (parts.length == 2 && seen > 0 && seen < MOST_SEEN) {
                return new ThreadCursor(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), seen);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException | ArithmeticException e) {
            // falls through: it is none of ours
        }
        throw new InvalidCursorException();
    }

    /** Before this lies all that the page may hold, and what was seen of its time already. */
    Instant until() {
        return at == null ? null : at.plus(1, ChronoUnit.MICROS);
    }

    /** @param shown what the page has, the newest first; not empty */
    String after(List<Said> shown) {
        Instant last = shown.get(shown.size() - 1).when().truncatedTo(ChronoUnit.MICROS);
        long same = shown.stream()
                .filter(said -> said.when().truncatedTo(ChronoUnit.MICROS).equals(last))
                .count();
        long passed = same + (last.equals(at) ? seen : 0);
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, last) + BETWEEN + passed;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
