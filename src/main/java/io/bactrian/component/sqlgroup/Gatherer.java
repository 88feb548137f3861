package io.bactrian.component.sqlgroup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Collects what arrives while a group is being worked on into the next group. One group at a time: more writers were
 * slower in trials, because each then commits a smaller group.
 */
final class Gatherer<T> {

    private final BlockingQueue<T> waiting;
    private final int groupSize;
    private final ExecutorService worker;
    private final Consumer<List<T>> work;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * @param capacity how many may wait; beyond that {@link #offer} refuses
     * @param worker runs the groups, one at a time
     * @param work handles a group and never throws
     */
    Gatherer(int capacity, int groupSize, ExecutorService worker, Consumer<List<T>> work) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.groupSize = groupSize;
        this.worker = worker;
        this.work = work;
    }

    /** False where too much waits already. */
    boolean offer(T item) {
        boolean taken = waiting.offer(item);
        if (taken) {
            wake();
        }
        return taken;
    }

    private void wake() {
        if (busy.compareAndSet(false, true)) {
            worker.execute(this::workOff);
        }
    }

    private void workOff() {
        try {
            List<T> group = new ArrayList<>();
            while (waiting.drainTo(group, groupSize) > 0) {
                work.accept(group);
                group = new ArrayList<>();
            }
        } finally {
            busy.set(false);
        }
        if (!waiting.isEmpty()) {
            wake(); // something came between the last look and the flag
        }
    }
}
