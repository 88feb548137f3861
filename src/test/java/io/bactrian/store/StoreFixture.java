package io.bactrian.store;

import static java.time.Duration.ofSeconds;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Claim;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.Media;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.PollClaim;
import io.bactrian.domain.Priority;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store that two instances of the gateway share, and what is put into it. */
public abstract class StoreFixture {

    protected static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    protected static final Instant LATER = NOON.plusSeconds(300);
    protected static final PhoneNumber ANN = new PhoneNumber("+15005550100");
    protected static final PhoneNumber OURS = new PhoneNumber("+15005550006");

    Ports one;
    Ports two;

    /** A fresh, empty store. */
    protected abstract void empty() throws Exception;

    /** An instance of the gateway's store adapter on that store, started. */
    protected abstract CamelContext instance() throws Exception;

    protected abstract void addUser(String tenant, PhoneNumber number, String name, boolean active) throws Exception;

    final void addUser(PhoneNumber number, String name, boolean active) throws Exception {
        addUser("default", number, name, active);
    }

    /** The stored fields of a message, by the names of the design. */
    protected abstract Map<String, Object> stored(String messageId) throws Exception;

    protected abstract int countStored() throws Exception;

    /** Writes a field of an outgoing message as no version of ours would, by the name of the design. */
    protected abstract void overwrite(String messageId, String field, String value) throws Exception;

    /** What the store tells people. */
    protected abstract MessageLog log();

    /** A message's attempts, as its history tells them. */
    final List<HistoryEvent> attempts(String messageId) {
        return log().status("default", messageId).orElseThrow().history().stream()
                .filter(event -> event.event().equals("attempt"))
                .toList();
    }

    @BeforeEach
    void start() throws Exception {
        empty();
        one = new Ports(instance());
        two = new Ports(instance());
    }

    @AfterEach
    void stop() {
        one.stop();
        two.stop();
    }

    static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> call : pool.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    final List<OutgoingMessage> claim(Ports instance, int limit) {
        return claimAt(instance, NOON, limit);
    }

    final List<OutgoingMessage> claimAt(Ports instance, Instant now, int limit) {
        return instance.claim(Claim.of(limit, instance == one ? "one" : "two", "here", now, ofSeconds(60)));
    }

    /** What was sent and not heard of, as it is asked about five minutes after it was sent. */
    final List<OutgoingMessage> silentAt(Ports instance, Instant now) {
        return instance.claimUnreported(new PollClaim(10, now, now.plusSeconds(300), now.minusSeconds(86_400)));
    }

    final List<OutgoingMessage> unsettledAt(Ports instance, Instant now) {
        return instance.claimUnsettled(Claim.of(10, instance == one ? "one" : "two", null, now, ofSeconds(60)));
    }

    static IncomingMessage incoming(String sid, String text) {
        return new IncomingMessage(
                sid,
                ANN,
                OURS,
                text,
                List.of(new Media("https://media.example/1", "image/png")),
                true,
                false,
                null,
                NOON,
                "default",
                "twilio",
                Channel.SMS,
                null);
    }

    /** What Ann says about our number, by a keyword. */
    protected static OptOutChange wish(String id, PhoneNumber who, boolean optedOut, Instant at) {
        return wish(id, who, OURS, null, optedOut, at, "default");
    }

    protected static OptOutChange wish(
            String id,
            PhoneNumber who,
            PhoneNumber sender,
            String service,
            boolean optedOut,
            Instant at,
            String tenant) {
        String wording = optedOut ? "STOP" : "START";
        return new OptOutChange(
                id, who, sender, service, optedOut, OptOutSource.KEYWORD, wording, null, null, at, tenant);
    }

    protected static OutgoingMessage outgoing(String id, Priority priority, Instant sendAt) {
        Draft draft = new Draft(
                id,
                ANN,
                OURS,
                Channel.WHATSAPP,
                "Héllo, world",
                List.of("https://media.example/1", "https://media.example/2"),
                Kind.AUTO_REPLY,
                priority,
                "SM9",
                sendAt,
                "op",
                "default");
        return OutgoingMessage.queued(draft, NOON);
    }

    static AttemptOutcome outcome(
            OutgoingMessage message, AttemptResult result, MessageStatus status, String providerId, Instant next) {
        boolean refused = result == AttemptResult.NOT_SENT;
        return ended(message, result, status, providerId)
                .refusals(message.refusals() + (refused ? 1 : 0))
                .nextAttemptAt(next)
                .build();
    }

    static AttemptOutcome accepted(OutgoingMessage message, String providerId) {
        return outcome(message, AttemptResult.ACCEPTED, MessageStatus.SENT, providerId, null);
    }

    /** Due again half a minute past noon. */
    static AttemptOutcome refused(OutgoingMessage message) {
        return outcome(message, AttemptResult.NOT_SENT, MessageStatus.QUEUED, null, NOON.plusSeconds(30));
    }

    static Outcomes ended(OutgoingMessage message, AttemptResult result, MessageStatus status, String providerId) {
        return new Outcomes(message, result, status, providerId);
    }

    static DeliveryReport report(String id, MessageStatus status, String word) {
        return report(id, "SMout", status, word);
    }

    static DeliveryReport report(String id, String providerId, MessageStatus status, String word) {
        return new DeliveryReport(id, "twilio", providerId, status, word, null, null, NOON, null);
    }
}
