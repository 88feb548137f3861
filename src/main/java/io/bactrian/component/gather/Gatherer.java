package io.bactrian.component.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Collects what arrives while a group is being worked on into the next group. One group at a time: more writers were
 * slower in trials, because each then commits a smaller group.
 */
public final class Gatherer<T> {

    private final BlockingQueue<T> waiting;
    private final int groupSize;
    private final Executor worker;
    private final Function<List<T>, CompletionStage<?>> work;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * @param capacity how many may wait; beyond that {@link #offer} refuses
     * @param worker begins the groups, one at a time
     * @param work handles a group and never throws; the next group begins when what it returns has completed
     */
    public Gatherer(int capacity, int groupSize, Executor worker, Function<List<T>, CompletionStage<?>> work) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.groupSize = groupSize;
        this.worker = worker;
        this.work = work;
    }

    /** False where too much waits already. */
    public boolean offer(T item) {
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
        boolean begun = false;
        try {
            while (!begun && !waiting.isEmpty()) {
                begun = begin();
            }
        } finally {
            if (!begun) {
                busy.set(false);
            }
        }
        if (!begun && !waiting.isEmpty()) {
            wake(); // something came between the last look and the flag
        }
    }

    /** True where the group is still being worked on; what comes after it then begins when it is done. */
    private boolean begin() {
        List<T> group = new ArrayList<>();
        waiting.drainTo(group, groupSize);
        CompletableFuture<?> result = work.apply(group).toCompletableFuture();
        if (result.isDone()) {
            return false;
        }
        result.whenComplete((done, failure) -> worker.execute(this::workOff));
        return true;
    }
}
