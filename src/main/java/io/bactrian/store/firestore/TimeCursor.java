package io.bactrian.store.firestore;

import com.google.cloud.firestore.Query;
import io.bactrian.domain.OptOutChange;
import io.bactrian.paging.InvalidCursorException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ends, for documents whose id is a phone number, which no cursor may hold: at a time, and so many documents
 * of that time on.
 *
 * @param at UTC, or null at the beginning
 * @param seen how many documents of that time the pages before had
 */
record TimeCursor(Instant at, int seen) {

    private static final String BETWEEN = "_";

    /** @throws InvalidCursorException where the text is none of ours */
    static TimeCursor of(String cursor) {
        if (cursor == null) {
            return new TimeCursor(null, 0);
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(BETWEEN);
            int seen = Integer.parseInt(parts[1]);
            Instant at = Instant.parse(parts[0]);
            Fields.time(at);
            if (parts.length == 2 && seen > 0) {
                return new TimeCursor(at, seen);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            // falls through: it is none of ours
        }
        throw new InvalidCursorException();
    }

    /** @param ordered by the time, the newest first */
    Query before(Query ordered) {
        return at == null ? ordered : ordered.startAt(Fields.time(at)).offset(seen);
    }

    /** @param passed what was read from here on, the newest first */
    TimeCursor after(List<OptOutChange> passed) {
        Instant last = passed.get(passed.size() - 1).at();
        long same = passed.stream().filter(wish -> last.equals(wish.at())).count();
        return new TimeCursor(last, (int) same + (last.equals(at) ? seen : 0));
    }

    /** What a caller is given for it. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + BETWEEN + seen).getBytes(StandardCharsets.US_ASCII));
    }
}
