package io.bactrian.provider.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bactrian.provider.simulator.Counters.Count;
import io.bactrian.provider.simulator.fault.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A part of what was accepted, the oldest first, and all counters. It holds neither numbers nor texts. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TruthJson(List<Accepted> items, String nextCursor, Sums counters) {

    /**
     * A message that was accepted.
     *
     * @param id our own, or null where the message has no callback
     * @param answer {@code created}, or the fault that hid the acceptance from the caller
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Accepted(
            String sid,
            String id,
            String answer,
            Instant acceptedAt,
            Instant sentAt,
            Instant updatedAt,
            String status,
            Integer errorCode,
            int callbacksPosted,
            int callbacksTaken) {

        static Accepted of(BookEntry entry) {
            SimulatedMessage message = entry.message();
            return new Accepted(
                    message.sid(),
                    CallbackUrl.lastSegment(message.statusCallback()),
                    entry.answer() == Fault.NONE ? "created" : entry.answer().toString(),
                    message.createdAt(),
                    message.sentAt(),
                    message.updatedAt(),
                    message.status().toString(),
                    message.errorCode() == null ? null : Integer.valueOf(message.errorCode()),
                    entry.posted(),
                    entry.taken());
        }
    }

    record Callbacks(long posted, long taken, long lost, long doubled, long delayed, long reordered, long dropped) {}

    record Sums(
            long createCalls,
            long accepted,
            long refused,
            long listCalls,
            long fetchCalls,
            Map<String, Long> faults,
            Callbacks callbacks,
            long moving,
            long forgotten) {

        static Sums of(Counters counters, long forgotten) {
            return new Sums(
                    counters.of(Count.CREATE_CALLS),
                    counters.of(Count.ACCEPTED),
                    counters.of(Count.REFUSED),
                    counters.of(Count.LIST_CALLS),
                    counters.of(Count.FETCH_CALLS),
                    counters.faults(),
                    new Callbacks(
                            counters.of(Count.POSTED),
                            counters.of(Count.TAKEN),
                            counters.of(Count.LOST),
                            counters.of(Count.DOUBLED),
                            counters.of(Count.DELAYED),
                            counters.of(Count.REORDERED),
                            counters.of(Count.DROPPED)),
                    counters.moving(),
                    forgotten);
        }
    }

    static TruthJson of(List<BookEntry> entries, MessageBook book, Counters counters) {
        long next =
                entries.isEmpty() ? book.end() : entries.get(entries.size() - 1).place() + 1;
        return new TruthJson(
                entries.stream().map(Accepted::of).toList(),
                next < book.end() ? String.valueOf(next) : null,
                Sums.of(counters, book.forgotten()));
    }
}
