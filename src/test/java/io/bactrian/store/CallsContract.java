package io.bactrian.store;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.batches.Batch;
import io.bactrian.batches.BatchState;
import io.bactrian.batches.BatchStatus;
import io.bactrian.batches.Batches;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Claim;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.messages.MessageLog;
import io.bactrian.trace.Episode;
import io.bactrian.trace.TraceStep;
import io.bactrian.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with batches, and with messages that are canceled. */
public abstract class CallsContract {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PhoneNumber ANN = new PhoneNumber("+15005550100");
    private static final PhoneNumber BOB = new PhoneNumber("+15005550101");

    private Ports ports;
    private Batches batches;

    /** A fresh, empty store. */
    protected abstract void empty() throws Exception;

    /** The store's ports, started. */
    protected abstract CamelContext instance() throws Exception;

    protected abstract Batches batches();

    protected abstract MessageLog log();

    protected abstract Traces traces();

    @BeforeEach
    void start() throws Exception {
        empty();
        ports = new Ports(instance());
        batches = batches();
    }

    @AfterEach
    void stop() {
        ports.stop();
    }

    @Test
    void countsWhereTheMessagesOfABatchAre() {
        begin("b1", 3);
        claim(1);
        ports.queue(message("another", null, null));
        BatchState state = find("b1");
        assertThat(state.status()).isEqualTo("running");
        assertThat(state.counts())
                .containsEntry(MessageStatus.QUEUED, 2L)
                .containsEntry(MessageStatus.SENDING, 1L)
                .containsEntry(MessageStatus.CANCELED, 0L);
        assertThat(state.createdAt()).isEqualTo(NOON);
        assertThat(state.operatorId()).isEqualTo("op");
        assertThat(state.accepted()).isEqualTo(3);
        assertThat(state.rejected()).isEqualTo(7);
        assertThat(batches.find("other", "b1")).isEmpty();
        assertThat(batches.find("default", "b2")).isEmpty();
    }

    @Test
    void aBatchThatBeginsTwiceIsOne() {
        begin("b1", 2);
        batches.change("default", "b1", BatchStatus.PAUSED);
        batches.begin(new Batch("b1", "default", "op", BatchStatus.RUNNING, 2, 0, NOON));
        assertThat(find("b1").status()).isEqualTo("paused");
    }

    @Test
    void aPausedBatchIsNotClaimedAndGoesOnWhereItWas() {
        begin("b1", 3);
        ports.queue(message("later", "b1", NOON.plusSeconds(60)));
        assertThat(batches.change("default", "b1", BatchStatus.PAUSED)
                        .orElseThrow()
                        .counts())
                .containsEntry(MessageStatus.QUEUED, 4L);
        batches.keep();
        ports.queue(message("another", null, null));
        assertThat(claim(9)).extracting(OutgoingMessage::id).containsExactly("another");
        batches.change("default", "b1", BatchStatus.RUNNING);
        batches.keep();
        assertThat(claim(9)).extracting(OutgoingMessage::id).containsExactlyInAnyOrder("b1-0", "b1-1", "b1-2");
        assertThat(ports.claim(Claim.of(9, "me", "here", NOON.plusSeconds(60), Duration.ofMinutes(1))))
                .extracting(OutgoingMessage::id)
                .containsExactly("later");
    }

    @Test
    void whatComesBackFromAnAttemptIsHeldToo() {
        begin("b1", 2);
        OutgoingMessage sending = claim(1).get(0);
        batches.change("default", "b1", BatchStatus.PAUSED);
        ports.update(again(sending));
        batches.keep();
        assertThat(claim(9)).isEmpty();
        batches.change("default", "b1", BatchStatus.RUNNING);
        assertThat(claim(9)).hasSize(2);
    }

    @Test
    void whatAReportHasMovedOnWhileItWasHeldIsNeverDueAgain() {
        begin("b1", 1);
        batches.change("default", "b1", BatchStatus.PAUSED);
        ports.report(new DeliveryReport(
                "b1-0", "here", "SM1", MessageStatus.DELIVERED, "delivered", null, null, NOON, null));
        batches.change("default", "b1", BatchStatus.RUNNING);
        batches.keep();
        assertThat(claim(9)).isEmpty();
        assertThat(find("b1").status()).isEqualTo("done");
    }

    @Test
    void cancelingLeavesAloneWhatIsWithTheProvider() {
        begin("b1", 3);
        OutgoingMessage sending = claim(1).get(0);
        BatchState canceled =
                batches.change("default", "b1", BatchStatus.CANCELED).orElseThrow();
        assertThat(canceled.status()).isEqualTo("canceled");
        assertThat(canceled.counts())
                .containsEntry(MessageStatus.CANCELED, 2L)
                .containsEntry(MessageStatus.SENDING, 1L);
        assertThat(claim(9)).isEmpty();
        ports.update(again(sending));
        batches.keep();
        assertThat(claim(9)).isEmpty();
        assertThat(find("b1").counts()).containsEntry(MessageStatus.CANCELED, 3L);
    }

    @Test
    void aPausedBatchCanBeCanceledAndACanceledOneStaysSo() {
        begin("b1", 2);
        batches.change("default", "b1", BatchStatus.PAUSED);
        batches.change("default", "b1", BatchStatus.CANCELED);
        assertThat(batches.change("default", "b1", BatchStatus.RUNNING)
                        .orElseThrow()
                        .status())
                .isEqualTo("canceled");
        batches.keep();
        assertThat(claim(9)).isEmpty();
        assertThat(find("b1").counts()).containsEntry(MessageStatus.CANCELED, 2L);
    }

    @Test
    void nobodyChangesTheBatchOfAnotherTenant() {
        begin("b1", 1);
        assertThat(batches.change("other", "b1", BatchStatus.CANCELED)).isEmpty();
        assertThat(batches.change("default", "none", BatchStatus.CANCELED)).isEmpty();
        assertThat(claim(9)).hasSize(1);
    }

    @Test
    void aMessageIsCanceledWhileItWaitsAndNeverAfterwards() {
        ports.queue(List.of(message("m1", null, null), message("m2", null, NOON.plusSeconds(60))));
        claim(1);
        MessageLog log = log();
        assertThat(log.cancel("default", "m1").orElseThrow().status()).isEqualTo(MessageStatus.SENDING);
        assertThat(log.cancel("other", "m2")).isEmpty();
        assertThat(log.cancel("default", "m2").orElseThrow().status()).isEqualTo(MessageStatus.CANCELED);
        assertThat(log.cancel("default", "m2").orElseThrow().nextAttemptAt()).isNull();
        assertThat(log.cancel("default", "m3")).isEmpty();
        assertThat(ports.claim(Claim.of(9, "me", "here", NOON.plusSeconds(60), Duration.ofMinutes(1))))
                .isEmpty();
    }

    @Test
    void findsTheWishesOfMany() {
        ports.recordOptOut(new OptOutChange("SM1", BOB, ANN, true, "keyword", "STOP", NOON));
        assertThat(ports.findOptOuts(List.of(ANN, BOB)))
                .extracting(OptOutChange::phoneNumber, OptOutChange::optedOut)
                .containsExactly(org.assertj.core.api.Assertions.tuple(BOB, true));
        assertThat(ports.findOptOuts(List.of(ANN))).isEmpty();
        assertThat(ports.findOptOuts(List.of())).isEmpty();
    }

    @Test
    void keepsWhatRoutesDecidedOnceAndForATime() {
        Episode second = episode("2", "SM1", NOON.plusSeconds(1));
        Traces traces = traces();
        traces.keep(List.of(second, episode("1", "SM1", NOON), episode("3", "m/2", NOON.plusSeconds(2))));
        traces.keep(List.of(second));
        assertThat(traces.of(List.of("SM1"))).containsExactly(episode("1", "SM1", NOON), second);
        assertThat(traces.of(List.of("SM1", "m/2", "nobody")))
                .extracting(Episode::id)
                .containsExactly("1", "2", "3");
        assertThat(traces.forget(NOON.plusSeconds(2))).isEqualTo(2);
        assertThat(traces.forget(NOON.plusSeconds(2))).isZero();
        assertThat(traces.of(List.of("SM1", "m/2"))).extracting(Episode::id).containsExactly("3");
    }

    @Test
    void forgetsMoreThanFitIntoOneBite() {
        Traces traces = traces();
        for (int group = 0; group < 5; group++) {
            int first = group * 250;
            traces.keep(range(first, first + 250)
                    .mapToObj(row -> episode("e" + row, "SM" + row, NOON))
                    .toList());
        }
        assertThat(traces.forget(NOON)).isZero();
        assertThat(traces.forget(NOON.plusMillis(1))).isEqualTo(1250);
    }

    @Test
    void findsOneMessageThatCameIn() {
        ports.logIncoming(StoreFixture.incoming("SM1", "hello"));
        assertThat(log().incoming("default", "SM1").orElseThrow().messageContent())
                .isEqualTo("hello");
        assertThat(log().incoming("other", "SM1")).isEmpty();
        assertThat(log().incoming("default", "SM2")).isEmpty();
        assertThat(log().outgoing("default", "SM1")).isEmpty();
    }

    private static Episode episode(String id, String messageId, Instant at) {
        TraceStep step = new TraceStep(
                "receive-message", "registered-or-not", "choice", "a: b", "why", "a", Map.of("body.x", "true"));
        TraceStep bare = new TraceStep(null, null, "failure", null, null, null, null);
        return new Episode(id, messageId, at, "receive-from-twilio", "1@here/2", List.of(step, bare));
    }

    private void begin(String id, int messages) {
        batches.begin(new Batch(id, "default", "op", BatchStatus.RUNNING, messages, 7, NOON));
        ports.queue(range(0, messages)
                .mapToObj(row -> message(id + "-" + row, id, null))
                .toList());
    }

    private BatchState find(String id) {
        return batches.find("default", id).orElseThrow();
    }

    private List<OutgoingMessage> claim(int limit) {
        return ports.claim(Claim.of(limit, "me", "here", NOON, Duration.ofMinutes(1)));
    }

    private static OutgoingMessage message(String id, String batchId, Instant sendAt) {
        Draft draft = new Draft(
                id, ANN, null, Channel.SMS, "hello", List.of(), Kind.API, Priority.LOW, null, sendAt, "op", "default");
        return OutgoingMessage.queued(draft, NOON, batchId);
    }

    /** Surely not sent, due again at once. */
    private static AttemptOutcome again(OutgoingMessage message) {
        return new AttemptOutcome(
                message.id(),
                message.attempts(),
                AttemptResult.NOT_SENT,
                MessageStatus.QUEUED,
                null,
                "here",
                null,
                null,
                "20429",
                "slow down",
                1,
                0,
                NOON,
                null,
                null,
                NOON);
    }
}
