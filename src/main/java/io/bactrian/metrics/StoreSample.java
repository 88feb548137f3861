package io.bactrian.metrics;

import io.bactrian.domain.Priority;
import io.bactrian.messages.QueueDepth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the store said at one time; nobody knows what it would say now. */
record StoreSample(Instant at, List<QueueDepth> depths, long awaitingDecision) {

    static double queued(QueueDepth depth) {
        return depth.queued();
    }

    static double due(QueueDepth depth) {
        return depth.due();
    }

    /** How long the oldest has been due, in seconds; it grows until the next sample, as it does in the store. */
    static ToDoubleFunction<QueueDepth> ageAt(Instant now) {
        return depth -> depth.oldestDue() == null
                ? 0
                : Math.max(0, Duration.between(depth.oldestDue(), now).toMillis() / 1000.0);
    }

    double of(Priority priority, ToDoubleFunction<QueueDepth> figure) {
        return depths.stream()
                .filter(depth -> depth.priority() == priority)
                .mapToDouble(figure)
                .findFirst()
                .orElse(0);
    }
}
