package io.bactrian.turns;

import io.bactrian.domain.Claim;
import io.bactrian.domain.Lane;
import java.util.ArrayDeque;
import java.util.Deque;

/** What one claim may take of one lane: its turns in this round, and how many it has had. */
final class LaneShare {

    private final Lane lane;
    private final Deque<Integer> turns = new ArrayDeque<>();
    private int had;

    LaneShare(Lane lane) {
        this.lane = lane;
    }

    Lane lane() {
        return lane;
    }

    /** @param place among all turns of the claim */
    void give(int place) {
        turns.add(place);
    }

    boolean hasTurn() {
        return !turns.isEmpty();
    }

    /** The place in which a message of this lane leaves. */
    int use() {
        had++;
        return turns.poll();
    }

    /** The turns that came to nothing are shared out again. */
    void endRound() {
        turns.clear();
    }

    /**
     * Those that it has had may be found once more: they are not marked yet.
     *
     * @param more how many to find beyond, to know whether there are any
     */
    LaneLook look(Claim claim, int more) {
        return LaneLook.of(lane.key(), had + turns.size() + more, claim);
    }
}
