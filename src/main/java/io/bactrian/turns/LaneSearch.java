package io.bactrian.turns;

import io.bactrian.domain.Lane;
import io.bactrian.domain.OutgoingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Where to look for lanes with something due. Where a priority has more lanes than one search goes through, the next one
 * goes on behind them.
 */
public abstract class LaneSearch {

    static final int PRIORITIES = 4;
    static final Comparator<OutgoingMessage> MOST_URGENT_FIRST = Comparator.comparing(OutgoingMessage::priority)
            .thenComparing(OutgoingMessage::nextAttemptAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OutgoingMessage::id);

    private static final int LANES = 1000;

    private final Instant now;
    private final Turns turns;
    private int lanes = LANES;

    LaneSearch(Instant now, Turns turns) {
        this.now = now;
        this.turns = turns;
    }

    /** Due at this time or before, UTC. */
    public Instant now() {
        return now;
    }

    /** How many lanes of each priority to look at, at the most. */
    public int lanes() {
        return lanes;
    }

    /** Where each lane is a call of its own. */
    public void lookAtNoMoreThan(int most) {
        lanes = most;
    }

    /** Behind which lane to look, for each priority. */
    public String after(int rank) {
        return turns.after(rank);
    }

    public String afterUrgent() {
        return after(0);
    }

    public String afterHigh() {
        return after(1);
    }

    public String afterNormal() {
        return after(2);
    }

    public String afterLow() {
        return after(3);
    }

    final void leaveOff(List<Lane> found) {
        for (int rank = 0; rank < PRIORITIES; rank++) {
            turns.leftOff(rank, null);
        }
        found.stream().filter(lane -> lane.number() == lanes).forEach(lane -> {
            turns.leftOff(lane.rank(), lane.key());
            turns.comeAgain(Duration.ZERO);
        });
    }
}
