package io.bactrian.turns;

import io.bactrian.domain.Lane;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives turns: first to each tenant, of a tenant to each batch, of a batch to each sender; and then again. */
final class Ring {

    private final Lane lane;
    private final Deque<Ring> inner;

    private Ring(Lane lane, Deque<Ring> inner) {
        this.lane = lane;
        this.inner = inner;
    }

    /** @param lanes whoever is next stands first */
    static Ring of(List<Lane> lanes) {
        return grouped(
                lanes,
                Lane::tenant,
                tenant -> grouped(
                        tenant, Lane::batch, batch -> grouped(batch, Lane::key, one -> new Ring(one.get(0), null))));
    }

    private static Ring grouped(List<Lane> lanes, Function<Lane, String> by, Function<List<Lane>, Ring> ring) {
        Map<String, List<Lane>> groups =
                lanes.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
        Collection<List<Lane>> inOrder = groups.values();
        return new Ring(null, inOrder.stream().map(ring).collect(Collectors.toCollection(ArrayDeque::new)));
    }

    boolean isEmpty() {
        return inner != null && inner.isEmpty();
    }

    /** Whose turn it is, and goes on to the next. */
    Lane next() {
        if (inner == null) {
            return lane;
        }
        Ring first = inner.poll();
        Lane next = first.next();
        inner.add(first);
        return next;
    }

    /** Takes out the one that has just had its turn. */
    void dropLast() {
        Ring last = inner.peekLast();
        if (last.inner != null) {
            last.dropLast();
        }
        if (last.inner == null || last.isEmpty()) {
            inner.pollLast();
        }
    }
}
