package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.fault.Fault;
import java.util.Optional;
import java.util.function.Function;

/** One message in the book, and what only the simulator knows of it. */
final class BookEntry {

    static final long NOTHING = -1;

    private final Fault answer;
    private long place = NOTHING;
    private long before = NOTHING;
    private SimulatedMessage message;
    private int posted;
    private int taken;
    private Telling telling;

    /** @param answer what hid the acceptance from the caller, or {@link Fault#NONE} */
    BookEntry(SimulatedMessage message, Fault answer) {
        this.message = message;
        this.answer = answer;
    }

    /** @param before the place of the one before it to the same recipient, or {@link #NOTHING} */
    void put(long place, long before) {
        this.place = place;
        this.before = before;
    }

    long place() {
        return place;
    }

    long before() {
        return before;
    }

    Fault answer() {
        return answer;
    }

    synchronized SimulatedMessage message() {
        return message;
    }

    /** Changes the message by a rule that may decline; the answer is the changed message, or nothing. */
    synchronized Optional<SimulatedMessage> change(Function<SimulatedMessage, Optional<SimulatedMessage>> rule) {
        Optional<SimulatedMessage> changed = rule.apply(message);
        changed.ifPresent(next -> message = next);
        return changed;
    }

    /** A report of it was posted. */
    synchronized void post(boolean accepted) {
        posted++;
        taken += accepted ? 1 : 0;
    }

    synchronized int posted() {
        return posted;
    }

    synchronized int taken() {
        return taken;
    }

    /** What tells the world of it, until it has come to its end; then null. */
    synchronized Telling telling() {
        return telling;
    }

    synchronized void telling(Telling current) {
        telling = current;
    }
}
