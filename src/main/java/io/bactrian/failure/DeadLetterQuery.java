package io.bactrian.failure;

import io.bactrian.failure.DeadLetterIndex.Entry;
import java.time.Instant;

/**
 * Which dead letters are wanted; what is null does not matter.
 *
 * @param kind as an id begins, for instance {@code incoming}
 * @param cause what the line of causes holds
 * @param step what the failed step's name holds
 * @param since the first moment that counts
 * @param until the first moment that counts no more
 */
public record DeadLetterQuery(String kind, String cause, String step, Instant since, Instant until) {

    static final DeadLetterQuery ALL = new DeadLetterQuery(null, null, null, null, null);

    /** Whether names and times are not enough to tell. */
    boolean looksInside() {
        return cause != null || step != null;
    }

    /** @param facts null where nobody has looked inside */
    boolean fits(Entry entry, DeadLetterFacts.Facts facts) {
        return (kind == null || entry.kind().equals(kind))
                && (since == null || entry.millis() >= since.toEpochMilli())
                && (until == null || entry.millis() < until.toEpochMilli())
                && (!looksInside() || facts != null && holds(facts.cause(), cause) && holds(facts.step(), step));
    }

    private static boolean holds(String text, String wanted) {
        return wanted == null || text.contains(wanted);
    }
}
