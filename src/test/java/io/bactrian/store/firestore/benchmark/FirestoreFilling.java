package io.bactrian.store.firestore.benchmark;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.store.benchmark.Day;
import io.bactrian.store.firestore.IncomingDocuments;
import io.bactrian.store.firestore.OutgoingDocuments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The same messages as the SQL benchmark's: one in twenty that went out is urgent and wanted in ten years, one in two
 * hundred is due. Attempts, reports and receipts are there only of the messages that the benchmark asks for.
 */
final class FirestoreFilling {

    private static final int BATCH = 500;
    private static final int THREADS = 4;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+15005550006");

    private final Firestore firestore;
    private final int half;
    private final int firstLater;
    private final int firstDue;
    private final int lastDue;

    FirestoreFilling(Firestore firestore, int messages) {
        this.firestore = firestore;
        this.half = messages / 2;
        this.firstLater = messages / 4;
        this.firstDue = firstLater + messages / 20;
        this.lastDue = firstDue + messages / 200;
    }

    void fill() throws Exception {
        write("users", 0, Day.USERS, n -> "users/" + person(n).value(), FirestoreFilling::user);
        write("incoming", 1, half, n -> "incomingMessages/" + sid(n), this::incoming);
        write("outgoing", 1, half, FirestoreFilling::acknowledgment, this::outgoing);
        int asked = Math.min(10_001, firstLater);
        int first = firstLater - asked + 1;
        write("attempts", first, asked, n -> acknowledgment(n) + "/attempts/1", FirestoreFilling::attempt);
        write("reports", first, asked, n -> acknowledgment(n) + "/reports/delivered", FirestoreFilling::report);
        write("receipts", 1, asked, n -> "receipts/" + receipt(n), FirestoreFilling::receiptOf);
    }

    private void write(
            String what, int first, int count, IntFunction<String> path, IntFunction<Map<String, Object>> fields)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> batches = new ArrayList<>();
        for (int from = first; from < first + count; from += BATCH) {
            IntStream numbers = IntStream.range(from, Math.min(from + BATCH, first + count));
            batches.add(pool.submit(() -> {
                WriteBatch batch = firestore.batch();
                numbers.forEach(n -> batch.set(firestore.document(path.apply(n)), fields.apply(n)));
                return batch.commit().get();
            }));
        }
        for (Future<?> batch : batches) {
            batch.get();
        }
        pool.shutdown();
        System.out.printf("%,d %s, %s%n", count, what, Instant.now());
    }

    private static PhoneNumber person(int n) {
        return new PhoneNumber("+1500%07d".formatted(n % Day.USERS));
    }

    private static String sid(int n) {
        return "SM%032d".formatted(n);
    }

    private static String receipt(int n) {
        return "SMout%029d".formatted(n);
    }

    private static String acknowledgment(int n) {
        return "outgoingMessages/ack-" + sid(n);
    }

    private String tenant(int n) {
        return n <= half / 500 ? "small" : "default";
    }

    private static Map<String, Object> user(int n) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", "u-" + n);
        fields.put("phoneNumber", person(n).value());
        fields.put("name", "Somebody " + n);
        fields.put("status", "active");
        fields.put("optedOut", false);
        fields.put("optedOutAt", null);
        fields.put("tenant", "default");
        fields.put("createdAt", time(n));
        return fields;
    }

    private Map<String, Object> incoming(int n) {
        return new IncomingDocuments()
                .of(new IncomingMessage(
                        sid(n),
                        person(n),
                        OURS,
                        "Hello from message " + n + ", which is about as long as texts are.",
                        List.of(),
                        true,
                        true,
                        null,
                        BEGIN.plusSeconds(n),
                        tenant(n),
                        "twilio",
                        Channel.SMS,
                        null));
    }

    private Map<String, Object> outgoing(int n) {
        boolean later = n > firstLater && n <= firstDue;
        boolean due = n > firstDue && n <= lastDue;
        Priority priority = later ? Priority.URGENT : due ? Priority.values()[n % 4] : Priority.HIGH;
        Draft draft = new Draft(
                "ack-" + sid(n),
                person(n),
                OURS,
                Channel.SMS,
                "Your number is recognized. Thank you for your message.",
                List.of(),
                n % 1_000 == 7 ? Kind.ALERT : Kind.ACKNOWLEDGMENT,
                priority,
                sid(n),
                later ? BEGIN.plus(3_652, ChronoUnit.DAYS).plusSeconds(n) : null,
                null,
                tenant(n));
        Map<String, Object> fields = new OutgoingDocuments().of(OutgoingMessage.queued(draft, BEGIN.plusSeconds(n)));
        if (!later && !due) {
            fields.putAll(sent(n));
        }
        return fields;
    }

    private static Map<String, Object> sent(int n) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("status", n % 100 == 7 ? "failed" : "delivered");
        fields.put("attempts", 1);
        fields.put("nextAttemptAt", null);
        fields.put("provider", "twilio");
        fields.put("providerMessageId", receipt(n));
        fields.put("sentAt", time(n));
        fields.put("deliveredAt", time(n));
        fields.put("segments", 1);
        fields.put("errorCode", n % 100 == 7 ? "30003" : null);
        return fields;
    }

    private static Map<String, Object> attempt(int n) {
        return Map.of(
                "number",
                1,
                "owner",
                "one",
                "startedAt",
                time(n),
                "endedAt",
                time(n),
                "result",
                "accepted",
                "provider",
                "twilio",
                "providerMessageId",
                receipt(n));
    }

    private static Map<String, Object> report(int n) {
        return Map.of(
                "provider",
                "twilio",
                "providerMessageId",
                receipt(n),
                "providerStatus",
                "delivered",
                "receivedAt",
                time(n));
    }

    private static Map<String, Object> receiptOf(int n) {
        return Map.of(
                "messageId", "ack-" + sid(n), "provider", "twilio", "providerMessageId", receipt(n), "segments", 1);
    }

    private static Timestamp time(int n) {
        return Timestamp.ofTimeSecondsAndNanos(BEGIN.plusSeconds(n + 1L).getEpochSecond(), 0);
    }
}
