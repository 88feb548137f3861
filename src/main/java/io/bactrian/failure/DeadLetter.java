package io.bactrian.failure;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A piece of work that redelivery could not cure, with everything that a replay needs.
 *
 * @param id names the work, so that the same work failing again is the same letter
 * @param at when it failed, UTC
 * @param route the edge that it came in by
 * @param step the step that failed
 * @param kind what the job is, which decides where it is replayed
 * @param job the record itself; a malformed request as the text that came
 */
public record DeadLetter(String id, Instant at, String route, String step, Cause cause, Kind kind, Object job) {

    /** What a job is, and the flow that takes it up again; null where a replay would fail the same way. */
    public enum Kind {
        INCOMING(IncomingMessage.class, "direct:receive-message"),
        REPORT(DeliveryReport.class, "direct:record-delivery"),
        OUTCOME(AttemptOutcome.class, "direct:update-outgoing"),
        MALFORMED(String.class, null);

        private final Class<?> type;
        private final String endpoint;

        Kind(Class<?> type, String endpoint) {
            this.type = type;
            this.endpoint = endpoint;
        }

        public Class<?> type() {
            return type;
        }

        public String endpoint() {
            return endpoint;
        }
    }

    public static DeadLetter of(Object job, String route, String step, Cause cause, Instant at) {
        Kind kind = kindOf(job);
        Object kept = kind == Kind.MALFORMED ? String.valueOf(job) : job;
        return new DeadLetter(idOf(kind, kept), at, route, step, cause, kind, kept);
    }

    private static Kind kindOf(Object job) {
        for (Kind kind : Kind.values()) {
            if (kind.type.isInstance(job)) {
                return kind;
            }
        }
        return Kind.MALFORMED;
    }

    private static String idOf(Kind kind, Object job) {
        String key = job instanceof IncomingMessage message
                ? message.messageSid()
                : job instanceof DeliveryReport report
                        ? report.messageId() + "-" + report.providerStatus()
                        : job instanceof AttemptOutcome outcome
                                ? outcome.id() + "-" + outcome.attempt()
                                : UUID.nameUUIDFromBytes(job.toString().getBytes(StandardCharsets.UTF_8))
                                        .toString();
        return kind.name().toLowerCase(Locale.ROOT) + "-" + key.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    DeadLetterSummary summary(boolean replayed) {
        return new DeadLetterSummary(id, at, step, cause.line(), kind.endpoint(), replayed);
    }

    @Override
    public String toString() {
        return "DeadLetter[" + id + "]";
    }
}
