package io.bactrian.turns;

import io.bactrian.domain.Claim;
import java.time.Instant;

/**
 * A look into one lane.
 *
 * @param limit how many messages at the most, those included that this claim has taken of it already
 */
public record LaneLook(String lane, int limit, String owner, String provider, Instant now, Instant leaseUntil) {

    static LaneLook of(String lane, int limit, Claim claim) {
        return new LaneLook(lane, limit, claim.owner(), claim.provider(), claim.now(), claim.leaseUntil());
    }

    /** Without the lane, in which a number stands. */
    @Override
    public String toString() {
        return "LaneLook[" + limit + "]";
    }
}
