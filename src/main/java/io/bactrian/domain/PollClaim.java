package io.bactrian.domain;

import java.time.Instant;

/**
 * A request for messages that were sent and of which nothing was heard since.
 *
 * @param limit how many at the most
 * @param now those to be asked about at this time or before, UTC
 * @param askAgainAt the earliest time at which they may be asked about again; for an older message it is as far away
 *     again as the message has been out, UTC
 * @param sentAfter what was sent before is asked about this once and then given up, UTC
 */
public record PollClaim(int limit, Instant now, Instant askAgainAt, Instant sentAfter) {

    /** Until when a message is left alone that this version cannot read, UTC. */
    public Instant putOffUntil() {
        return now.plus(Claim.PUT_OFF);
    }
}
