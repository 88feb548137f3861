package io.bactrian.turns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bactrian.domain.Claim;
import io.bactrian.domain.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.springframework.stereotype.Component;

/**
 * Remembers who had the last turn, so that whoever has waited longest is next: among tenants, among the batches of a
 * tenant, and among the senders of a batch. Each instance has its own memory; where each is fair, so are all.
 */
@Component("turns")
public class Turns {

    /** Tenants, batches and lanes whose last turn is remembered. Whoever is forgotten is next. */
    private static final int REMEMBERED = 100_000;
    /** A claim that finds nothing to do must not be followed at once by another. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);

    /** Whoever is later than that does not come any more: its route was taken away. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private final SenderRates rates;
    private final AtomicLong count = new AtomicLong();
    private final Cache<String, Long> last =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final AtomicReferenceArray<String> after = new AtomicReferenceArray<>(LaneSearch.PRIORITIES);
    private Duration wait;
    private Instant waitingUntil;

    public Turns(SenderRates rates) {
        this.rates = rates;
        for (int rank = 0; rank < LaneSearch.PRIORITIES; rank++) {
            leftOff(rank, null);
        }
    }

    /** A claim that shares out what it takes. */
    public synchronized FairClaim open(Claim claim) {
        wait = null;
        return new FairClaim(claim, this, rates);
    }

    /** After which lane of a priority to look. */
    String after(int rank) {
        return after.get(rank);
    }

    /** @param lane the last that was looked at, or null where there are no more: then the next look begins anew */
    final void leftOff(int rank, String lane) {
        after.set(rank, lane == null ? String.valueOf(rank) : lane);
    }

    /** Whoever has waited longest stands first. */
    Ring ring(List<Lane> lanes) {
        List<Lane> inTurn = new ArrayList<>(lanes);
        inTurn.sort(Comparator.comparingLong((Lane lane) -> lastTurn(lane.tenant()))
                .thenComparingLong(lane -> lastTurn(lane.batch()))
                .thenComparingLong(lane -> lastTurn(lane.key()))
                .thenComparing(Lane::key));
        return Ring.of(inTurn);
    }

    private long lastTurn(String name) {
        Long turn = last.getIfPresent(name);
        return turn == null ? 0 : turn;
    }

    /** A message of that lane leaves. */
    void had(Lane lane) {
        long turn = count.incrementAndGet();
        last.put(lane.tenant(), turn);
        last.put(lane.batch(), turn);
        last.put(lane.key(), turn);
    }

    /** Something is due that could not be claimed; it may be after that time. */
    synchronized void comeAgain(Duration in) {
        Duration atLeast = in.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : in;
        wait = wait == null || atLeast.compareTo(wait) < 0 ? atLeast : wait;
    }

    /** In how many milliseconds to claim again; 0 where nobody has to, or somebody is about to. */
    public synchronized long again() {
        Instant now = rates.now();
        if (wait == null || waitingUntil != null && now.isBefore(waitingUntil)) {
            return 0;
        }
        waitingUntil = now.plus(wait).plus(LATE);
        return wait.toMillis();
    }

    /** The time is over. */
    public synchronized void isOver() {
        waitingUntil = null;
    }
}
