package io.bactrian.store.benchmark;

import io.bactrian.batches.Batch;
import io.bactrian.batches.BatchStatus;
import io.bactrian.batches.Batches;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Claim;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.UserKey;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.camel.ProducerTemplate;

/** What the gateway asks of its store, one call after the other, each with other values. */
public final class Day {

    /** How many there are in a filled store, from +15000000000 on. */
    public static final int USERS = 100_000;

    private static final Instant NOW = Instant.parse("2027-06-01T12:00:00Z");
    private static final PhoneNumber OURS = new PhoneNumber("+15005550006");

    private final ProducerTemplate ports;
    private final MessageLog log;
    private final UserDirectory users;
    private final Batches batches;
    private final int messages;
    private final Deque<OutgoingMessage> claimed = new ArrayDeque<>();
    private final Deque<OutgoingMessage> sent = new ArrayDeque<>();
    private final String run = Long.toString(System.nanoTime(), 36);
    private int next;

    public Day(ProducerTemplate ports, MessageLog log, UserDirectory users, Batches batches, int messages) {
        this.ports = ports;
        this.log = log;
        this.users = users;
        this.batches = batches;
        this.messages = messages;
    }

    private PhoneNumber somebody() {
        next++;
        return new PhoneNumber("+1500%07d".formatted(1 + next * 7_919L % (USERS - 1)));
    }

    Object findUser() {
        return ports.requestBody("direct:find-user", new UserKey("default", somebody()));
    }

    Object logIncoming() {
        IncomingMessage message = new IncomingMessage(
                "SMnew" + run + next,
                somebody(),
                OURS,
                "A text.",
                List.of(),
                true,
                false,
                null,
                NOW,
                "default",
                "twilio",
                Channel.SMS,
                null);
        return ports.requestBody("direct:log-incoming", message);
    }

    Object queueOutgoing() {
        return ports.requestBody("direct:queue-outgoing", outgoing());
    }

    Object queueAThousand() {
        return ports.requestBody(
                "direct:queue-outgoing",
                java.util.stream.IntStream.range(0, 1_000)
                        .mapToObj(i -> outgoing())
                        .toList());
    }

    private OutgoingMessage outgoing() {
        Draft draft = new Draft(
                "new-" + run + next,
                somebody(),
                OURS,
                Channel.SMS,
                "A text.",
                List.of(),
                Kind.API,
                Priority.NORMAL,
                null,
                null,
                null,
                "default");
        return OutgoingMessage.queued(draft, NOW);
    }

    Object claimDue(int limit) {
        List<?> messages = ports.requestBody(
                "direct:claim-due", Claim.of(limit, "one", "twilio", NOW, Duration.ofMinutes(1)), List.class);
        messages.forEach(message -> claimed.add((OutgoingMessage) message));
        return messages;
    }

    Object updateOutgoing() {
        OutgoingMessage message = claimed.remove();
        sent.add(message);
        AttemptOutcome outcome = new AttemptOutcome(
                message.id(),
                1,
                AttemptResult.ACCEPTED,
                MessageStatus.SENT,
                message.answers(),
                "twilio",
                "SMsent" + message.id(),
                1,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                NOW);
        return ports.requestBody("direct:update-outgoing", outcome);
    }

    Object applyDeliveryReport() {
        String id = sent.remove().id();
        DeliveryReport report = new DeliveryReport(
                id, "twilio", "SMsent" + id, MessageStatus.DELIVERED, "delivered", null, null, NOW, null);
        return ports.requestBody("direct:apply-delivery-report", report);
    }

    Object claimUnsettled() {
        return ports.requestBody("direct:claim-unsettled", Claim.of(64, "two", null, NOW, Duration.ofMinutes(1)));
    }

    Object findReceipts() {
        return ports.requestBody(
                "direct:find-receipts", List.of("SMout%029d".formatted(++next), "SMout%029d".formatted(++next)));
    }

    Object findOptOuts() {
        return ports.requestBody("direct:find-opt-outs", List.of(somebody()));
    }

    Object recordOptOut() {
        OptOutChange change = new OptOutChange(
                "SMstop" + run + next,
                somebody(),
                OURS,
                null,
                true,
                OptOutSource.KEYWORD,
                "STOP",
                null,
                null,
                NOW,
                "default");
        return ports.requestBody("direct:record-opt-out", change);
    }

    Object users(String tenant) {
        return users.page(new PageRequest(tenant, null, 20));
    }

    Object status() {
        String id = "ack-SM%032d".formatted(messages / 4 - next++ % 10_000);
        return log.status("default", id).orElseThrow();
    }

    Object incoming(MessageQuery query) {
        return log.incomingPage(query);
    }

    Object outgoing(MessageQuery query) {
        return log.outgoingPage(query);
    }

    Object batch() {
        return batches.find("default", "batch-" + next++ % 50).orElseThrow();
    }

    void beginBatches() {
        for (int number = 0; number < 50; number++) {
            batches.begin(new Batch("batch-" + number, "default", "op", BatchStatus.RUNNING, 1_000, 0, NOW));
        }
    }

    Object pauseAndResume() {
        String id = "batch-" + next++ % 50;
        batches.change("default", id, BatchStatus.PAUSED);
        return batches.change("default", id, BatchStatus.RUNNING);
    }

    /** Whoever is asked for next, with that text or in that batch, or null. */
    Object outgoing(boolean person, String text, boolean inBatch) {
        PhoneNumber somebody = person ? somebody() : null;
        String batchId = inBatch ? "batch-" + next++ % 50 : null;
        return log.outgoingPage(new MessageQuery(
                new PageRequest("default", null, 20), null, null, null, null, null, somebody, text, batchId));
    }

    Object incomingOfSomebody() {
        return log.incomingPage(new MessageQuery(
                new PageRequest("default", null, 20), null, null, null, null, null, somebody(), null, null));
    }

    /** The cursor of a page in the depth of the log, taken from the page that begins there. */
    String deepCursor(boolean incoming) {
        Instant half = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(messages / 4);
        MessageQuery query = MessageQuery.all(new PageRequest("default", null, 20), null, half);
        return incoming
                ? log.incomingPage(query).nextCursor()
                : log.outgoingPage(query).nextCursor();
    }
}
