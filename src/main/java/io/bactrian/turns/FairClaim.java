package io.bactrian.turns;

import io.bactrian.domain.Claim;
import io.bactrian.domain.InTurns;
import io.bactrian.domain.Lane;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One claim, shared out: the most urgent lanes first, among them in turns, and of each sender no more than it may send.
 * What one lane does not have is shared out again among the others.
 */
public final class FairClaim extends LaneSearch implements InTurns {

    /** How often what is missing is shared out again; another instance may be faster each time. */
    private static final int ROUNDS = 8;

    private final Claim claim;
    private final Turns turns;
    private final SenderRates rates;
    private final Map<String, LaneShare> open = new LinkedHashMap<>();
    private final Deque<LaneShare> plan = new ArrayDeque<>();
    private final Map<String, Taken> taken = new LinkedHashMap<>();

    private int rounds;
    private int nextPlace;
    private LaneShare asked;
    private LaneLook look;

    private record Taken(int place, OutgoingMessage message) {}

    FairClaim(Claim claim, Turns turns, SenderRates rates) {
        super(claim.now(), turns);
        this.claim = claim;
        this.turns = turns;
        this.rates = rates;
    }

    public Claim claim() {
        return claim;
    }

    /** How many are still wanted. */
    public synchronized int missing() {
        return claim.limit() - taken.size();
    }

    /** Until when a message is left alone that this version cannot read, UTC. */
    public Instant putOffUntil() {
        return claim.putOffUntil();
    }

    @Override
    public synchronized void begin(List<Lane> lanes) {
        taken().forEach(this::lost);
        rounds = 0;
        goOn(lanes);
    }

    /** The same, and what is taken already stays taken. */
    public synchronized void goOn(List<Lane> lanes) {
        open.clear();
        plan.clear();
        lanes.forEach(lane -> open.put(lane.key(), new LaneShare(lane)));
        leaveOff(lanes);
    }

    @Override
    public synchronized LaneLook next() {
        if (plan.isEmpty() && missing() > 0 && rounds < ROUNDS) {
            rounds++;
            open.values().forEach(LaneShare::endRound);
            share();
        }
        asked = plan.poll();
        look = asked == null ? null : asked.look(claim, isLimited(asked) ? 1 : 0);
        return look;
    }

    /** Then it is to be known whether anything is held back. */
    private boolean isLimited(LaneShare share) {
        return rates.left(share.lane().sender()) != Integer.MAX_VALUE;
    }

    /** Among the lanes of the highest priority that may have something left. */
    private void share() {
        holdBack();
        int rank = open.values().stream()
                .mapToInt(share -> share.lane().rank())
                .min()
                .orElse(0);
        Ring ring = turns.ring(open.values().stream()
                .map(LaneShare::lane)
                .filter(lane -> lane.rank() == rank)
                .toList());
        Map<PhoneNumber, Integer> left = new HashMap<>();
        for (int shared = 0; shared < missing() && !ring.isEmpty(); shared++) {
            Lane lane = ring.next();
            open.get(lane.key()).give(nextPlace++);
            int more = left.computeIfAbsent(lane.sender(), rates::left) - 1;
            left.put(lane.sender(), more);
            if (more <= 0) {
                ring.dropLast();
            }
        }
        open.values().stream().filter(LaneShare::hasTurn).forEach(plan::add);
    }

    /** The lanes of senders that are at their rate. */
    private void holdBack() {
        Map<PhoneNumber, Boolean> held = new HashMap<>();
        open.values().removeIf(share -> held.computeIfAbsent(share.lane().sender(), this::isHeld));
    }

    private boolean isHeld(PhoneNumber sender) {
        boolean held = rates.left(sender) == 0;
        if (held) {
            turns.comeAgain(rates.hold(sender));
        }
        return held;
    }

    @Override
    public synchronized void found(List<?> messages) {
        int before = taken.size();
        boolean held = false;
        for (Object found : messages) {
            OutgoingMessage message = (OutgoingMessage) found;
            if (!held && asked.hasTurn() && !has(message)) {
                held = !rates.take(message);
                if (!held) {
                    take(message, asked.use());
                    turns.had(asked.lane());
                }
            }
        }
        if (messages.size() < look.limit() || !held && taken.size() == before) {
            open.remove(asked.lane().key());
        }
    }

    /** Of all that is due, which is no more than is wanted, what its senders may send. */
    public synchronized void foundAll(List<OutgoingMessage> due) {
        due.stream().sorted(MOST_URGENT_FIRST).forEach(message -> {
            if (rates.take(message)) {
                take(message, nextPlace++);
            } else {
                turns.comeAgain(rates.hold(message.from()));
            }
        });
    }

    private void take(OutgoingMessage message, int place) {
        taken.put(message.id(), new Taken(place, message));
    }

    /** Another instance has taken it. */
    public synchronized void lost(OutgoingMessage message) {
        if (taken.remove(message.id()) != null) {
            rates.giveBack(message);
        }
    }

    public synchronized boolean has(OutgoingMessage message) {
        return taken.containsKey(message.id());
    }

    @Override
    public synchronized List<OutgoingMessage> taken() {
        return taken.values().stream()
                .sorted(Comparator.comparingInt(Taken::place))
                .map(Taken::message)
                .toList();
    }
}
