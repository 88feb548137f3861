package io.bactrian.failure;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
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

    /** An id is part of a file's name and of a URL. */
    private static final int LONGEST_KEY = 90;

    private static final int DIGEST = 13;

    /** What a job is, and the flow that takes it up again; null where a replay would fail the same way. */
    public enum Kind {
        INCOMING(IncomingMessage.class, "direct:receive-message"),
        REPORT(DeliveryReport.class, "direct:record-delivery"),
        OUTCOME(AttemptOutcome.class, "direct:update-outgoing"),
        NOTICE(Notice.class, "direct:tell-again"),
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

        /** Whatever no flow takes up is malformed. */
        public static Kind of(Object job) {
            return Arrays.stream(values())
                    .filter(kind -> kind.type.isInstance(job))
                    .findFirst()
                    .orElse(MALFORMED);
        }
    }

    public static DeadLetter of(Object job, String route, String step, Cause cause, Instant at) {
        Kind kind = Kind.of(job);
        Object kept = kind == Kind.MALFORMED ? String.valueOf(job) : job;
        return new DeadLetter(idOf(kind, kept), at, route, step, cause, kind, kept);
    }

    private static String idOf(Kind kind, Object job) {
        String key = key(job);
        String plain = key.replaceAll("[^A-Za-z0-9._-]", "_");
        String start = plain.substring(0, Math.min(plain.length(), LONGEST_KEY));
        // Two different works never share a letter, also where their names look alike once they are plain.
        return kind.name().toLowerCase(Locale.ROOT) + "-" + (start.equals(key) ? key : start + "-" + digest(key));
    }

    private static String key(Object job) {
        if (job instanceof IncomingMessage message) {
            return message.messageSid();
        }
        if (job instanceof Notice notice) {
            return notice.listener() + "-" + notice.subject();
        }
        if (job instanceof DeliveryReport report) {
            String receipt = report.providerMessageId() + " " + report.errorCode();
            return report.messageId() + "-" + report.providerStatus() + "-" + digest(receipt);
        }
        return job instanceof AttemptOutcome outcome ? outcome.id() + "-" + outcome.attempt() : digest(job.toString());
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, DIGEST);
    }

    DeadLetterSummary summary(boolean replayed) {
        return new DeadLetterSummary(id, at, step, cause.line(), kind.endpoint(), replayed);
    }

    @Override
    public String toString() {
        return "DeadLetter[" + id + "]";
    }
}
