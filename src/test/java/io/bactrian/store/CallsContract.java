package io.bactrian.store;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.bactrian.domain.ExpiryClaim;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Timing;
import io.bactrian.messages.MessageLog;
import io.bactrian.optout.OptOutLog;
import io.bactrian.optout.OptOutQuery;
import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import io.bactrian.trace.Episode;
import io.bactrian.trace.TraceStep;
import io.bactrian.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    protected abstract OptOutLog optOuts();

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
    void whatIsHeldExpiresToo() {
        batches.begin(new Batch("b1", "default", "op", BatchStatus.RUNNING, 1, 0, NOON));
        Timing timing = new Timing(NOON, NOON.plusSeconds(5), false);
        ports.queue(OutgoingMessage.queued(draft("b1-0", null), timing, NOON, "b1"));
        batches.change("default", "b1", BatchStatus.PAUSED);
        assertThat(ports.expire(new ExpiryClaim(9, NOON.plusSeconds(5)))).hasSize(1);
        assertThat(find("b1").counts()).containsEntry(MessageStatus.FAILED, 1L);
        batches.change("default", "b1", BatchStatus.RUNNING);
        batches.keep();
        assertThat(claim(9)).isEmpty();
        assertThat(find("b1").status()).isEqualTo("done");
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
        ports.recordOptOut(wish("SM1", BOB, true, NOON));
        assertThat(ports.findOptOuts(List.of(ANN, BOB)))
                .extracting(OptOutChange::phoneNumber, OptOutChange::optedOut)
                .containsExactly(org.assertj.core.api.Assertions.tuple(BOB, true));
        assertThat(ports.findOptOuts(List.of(ANN))).isEmpty();
        assertThat(ports.findOptOuts(List.of())).isEmpty();
    }

    @Test
    void listsTheLastWordsNewestFirst() {
        ports.recordOptOut(List.of(
                wish("a", ANN, true, NOON),
                wish("b", BOB, true, NOON.plusSeconds(1)),
                StoreFixture.wish("c", BOB, null, "MG1", true, NOON.plusSeconds(1), "default"),
                StoreFixture.wish("d", BOB, null, null, true, NOON.plusSeconds(2), "default")));
        ports.recordOptOut(wish("e", BOB, false, NOON.plusSeconds(3)));
        ports.recordOptOut(StoreFixture.wish("f", ANN, null, null, true, NOON.plusSeconds(4), "acme"));
        assertThat(optOuts(null, null, null, null, null)).containsExactly("e", "d", "c", "a");
        assertThat(optOuts(true, null, null, null, null)).containsExactly("d", "c", "a");
        assertThat(optOuts(false, null, null, null, null)).containsExactly("e");
        assertThat(optOuts(null, NOON.plusSeconds(1), NOON.plusSeconds(3), null, null))
                .containsExactly("d", "c");
        assertThat(optOuts(null, null, null, ANN, null)).containsExactly("a");
        assertThat(optOuts(null, null, null, null, "MG1")).containsExactly("c");
        assertThat(optOuts().page(asked(new PageRequest("acme", null, 9))).items())
                .extracting(OptOutChange::id, OptOutChange::tenant, OptOutChange::scope)
                .containsExactly(org.assertj.core.api.Assertions.tuple("f", "acme", "*~acme"));
        OptOutChange newest = optOuts()
                .page(asked(new PageRequest("default", null, 1)))
                .items()
                .get(0);
        assertThat(newest).isEqualTo(wish("e", BOB, false, NOON.plusSeconds(3)));
    }

    @Test
    void pagesOfOptOutsJoinUpAlsoWhereTimesAreTheSame() {
        ports.recordOptOut(range(0, 7)
                .mapToObj(i -> wish("w" + i, new PhoneNumber("+1500555020" + i), true, NOON.plusSeconds(i / 5)))
                .toList());
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<OptOutChange> page = optOuts().page(asked(new PageRequest("default", cursor, 2)));
            page.items().forEach(wish -> seen.add(wish.id()));
            cursor = page.nextCursor();
            if (cursor != null) {
                assertThat(new String(java.util.Base64.getUrlDecoder().decode(cursor)))
                        .doesNotContain("555");
            }
        } while (cursor != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 2)).containsExactlyInAnyOrder("w5", "w6");
        for (String none : List.of("abc", "", "YWJj", "*")) {
            assertThatThrownBy(() -> optOuts().page(asked(new PageRequest("default", none, 2))))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    private List<String> optOuts(Boolean optedOut, Instant since, Instant until, PhoneNumber person, String scope) {
        OptOutQuery wanted =
                new OptOutQuery(new PageRequest("default", null, 9), optedOut, since, until, person, scope);
        return optOuts().page(wanted).items().stream().map(OptOutChange::id).toList();
    }

    private static OptOutQuery asked(PageRequest page) {
        return new OptOutQuery(page, null, null, null, null, null);
    }

    private static OptOutChange wish(String id, PhoneNumber who, boolean optedOut, Instant at) {
        return StoreFixture.wish(id, who, optedOut, at);
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
        return OutgoingMessage.queued(draft(id, sendAt), NOON, batchId);
    }

    private static Draft draft(String id, Instant sendAt) {
        return new Draft(
                id, ANN, null, Channel.SMS, "hello", List.of(), Kind.API, Priority.LOW, null, sendAt, "op", "default");
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
