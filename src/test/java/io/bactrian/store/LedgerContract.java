package io.bactrian.store;

import static io.bactrian.domain.AttemptResult.ACCEPTED;
import static io.bactrian.domain.AttemptResult.NOT_SENT;
import static io.bactrian.domain.AttemptResult.REJECTED;
import static io.bactrian.domain.AttemptResult.UNKNOWN;
import static io.bactrian.domain.MessageStatus.FAILED;
import static io.bactrian.domain.MessageStatus.QUEUED;
import static io.bactrian.domain.MessageStatus.SENDING;
import static io.bactrian.domain.MessageStatus.SENT;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Priority;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.PageRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every store adapter keeps of attempts, receipts and reports, in whatever order they come. */
public abstract class LedgerContract extends StoreFixture {

    @Test
    void countsRefusalsApartFromAttempts() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(refused(claim(one, 1).get(0)));
        OutgoingMessage second = claimAt(two, NOON.plusSeconds(30), 1).get(0);
        assertThat(second.refusals()).isEqualTo(1);
        two.update(ended(second, NOT_SENT, QUEUED, null)
                .refusals(1)
                .nextAttemptAt(NOON.plusSeconds(60))
                .build());
        OutgoingMessage third = claimAt(two, NOON.plusSeconds(60), 1).get(0);
        assertThat(third.attempts()).isEqualTo(3);
        assertThat(third.refusals()).isEqualTo(1);
    }

    @Test
    void remembersHowOftenTheProviderWasAskedUntilTheNextAttempt() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(ended(claim(one, 1).get(0), UNKNOWN, SENDING, null)
                .asked(1)
                .leaseUntil(NOON.plusSeconds(60))
                .build());
        OutgoingMessage silent = unsettledAt(two, NOON.plusSeconds(60)).get(0);
        assertThat(silent.asked()).isEqualTo(1);
        two.update(ended(silent, NOT_SENT, QUEUED, null)
                .asked(2)
                .nextAttemptAt(NOON)
                .build());
        assertThat(claim(one, 1)).extracting(OutgoingMessage::asked).containsExactly(0);
    }

    @Test
    void anAttemptKeepsWhenItBeganAndEndedAndWhatCameOfIt() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(refused(claim(one, 1).get(0)));
        HistoryEvent attempt = attempts("m1").get(0);
        assertThat(attempt.at()).isEqualTo(NOON);
        assertThat(attempt.endedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(attempt.result()).isEqualTo("not-sent");
        assertThat(attempt.provider()).isEqualTo("here");
        assertThat(attempt.errorCode()).isEqualTo("20429");
    }

    @Test
    void aLateAcceptanceIsKeptAndTheMessageIsNotSentAgain() throws Exception {
        OutgoingMessage first = givenUpAndClaimedAgain().get(0);
        assertThat(one.update(accepted(first, "SMone"))).isFalse();
        assertThat(stored("m1"))
                .containsEntry("status", "sent")
                .containsEntry("providerMessageId", "SMone")
                .containsEntry("doubled", false);
        assertThat(attempts("m1"))
                .extracting(HistoryEvent::result, HistoryEvent::providerMessageId)
                .containsExactly(tuple("accepted", "SMone"), tuple(null, null));
        assertThat(claimAt(two, NOON.plusSeconds(999), 9)).isEmpty();
        assertThat(unsettledAt(two, NOON.plusSeconds(999))).isEmpty();
    }

    @Test
    void twoAcceptancesAreBothKeptAndSaidOnce() throws Exception {
        List<OutgoingMessage> both = givenUpAndClaimedAgain();
        assertThat(one.update(accepted(both.get(0), "SMone"))).isFalse();
        assertThat(two.update(accepted(both.get(1), "SMtwo"))).isTrue();
        assertThat(two.update(accepted(both.get(1), "SMtwo"))).isFalse();
        assertBothReceiptsAreKept();
        assertThat(stored("m1")).containsEntry("providerMessageId", "SMone");
    }

    @Test
    void aLateAcceptanceAfterTheNextOneIsSaidToo() throws Exception {
        List<OutgoingMessage> both = givenUpAndClaimedAgain();
        assertThat(two.update(accepted(both.get(1), "SMtwo"))).isFalse();
        assertThat(one.update(accepted(both.get(0), "SMone"))).isTrue();
        assertBothReceiptsAreKept();
    }

    private void assertBothReceiptsAreKept() throws Exception {
        assertThat(stored("m1")).containsEntry("status", "sent").containsEntry("doubled", true);
        assertThat(attempts("m1"))
                .extracting(HistoryEvent::result, HistoryEvent::providerMessageId)
                .containsExactly(tuple("accepted", "SMone"), tuple("accepted", "SMtwo"));
        assertThat(one.findReceipts(List.of("SMone", "SMtwo")))
                .extracting(KnownReceipt::messageId)
                .containsExactly("m1", "m1");
    }

    @Test
    void aReportOnEitherReceiptMovesTheMessage() throws Exception {
        List<OutgoingMessage> both = givenUpAndClaimedAgain();
        one.update(accepted(both.get(0), "SMone"));
        two.update(accepted(both.get(1), "SMtwo"));
        assertThat(one.report(report("m1", "SMtwo", MessageStatus.DELIVERED, "delivered")))
                .isFalse();
        assertThat(stored("m1")).containsEntry("status", "delivered");
    }

    @Test
    void aReportOnAReceiptThatNobodyKnewTellsThatItWentOutTwice() throws Exception {
        List<OutgoingMessage> both = givenUpAndClaimedAgain();
        two.update(accepted(both.get(1), "SMtwo"));
        assertThat(one.report(report("m1", "SMone", MessageStatus.DELIVERED, "delivered")))
                .isTrue();
        assertThat(two.report(report("m1", "SMone", MessageStatus.DELIVERED, "delivered")))
                .isFalse();
        assertThat(stored("m1")).containsEntry("status", "delivered").containsEntry("doubled", true);
        assertThat(attempts("m1"))
                .extracting(HistoryEvent::result, HistoryEvent::providerMessageId)
                .containsExactly(tuple("accepted", "SMone"), tuple("accepted", "SMtwo"));
    }

    @Test
    void whatHasEndedIsNotEndedOtherwiseButByAnAcceptance() {
        OutgoingMessage first = givenUpAndClaimedAgain().get(0);
        one.update(ended(first, REJECTED, FAILED, null).build());
        one.update(ended(first, UNKNOWN, SENDING, null).leaseUntil(NOON).build());
        assertThat(attempts("m1")).extracting(HistoryEvent::result).containsExactly("not-sent", null);
    }

    @Test
    void aReportSettlesAnUnknownAttempt() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        OutgoingMessage claimed = claim(one, 1).get(0);
        one.update(ended(claimed, UNKNOWN, SENDING, null)
                .leaseUntil(NOON.plusSeconds(60))
                .build());
        two.report(report("m1", "SMout", MessageStatus.SENT, "sent"));
        assertThat(stored("m1"))
                .containsEntry("status", "sent")
                .containsEntry("providerMessageId", "SMout")
                .containsEntry("leaseUntil", null);
        assertThat(attempts("m1"))
                .extracting(HistoryEvent::result, HistoryEvent::providerMessageId, HistoryEvent::endedAt)
                .containsExactly(tuple("accepted", "SMout", NOON.plusSeconds(1)));
        assertThat(unsettledAt(two, NOON.plusSeconds(999))).isEmpty();
    }

    @Test
    void anAnswerAfterTheReportDoesNotTakeTheAcceptanceBack() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        OutgoingMessage claimed = claim(one, 1).get(0);
        two.report(report("m1", "SMout", MessageStatus.DELIVERED, "delivered"));
        one.update(ended(claimed, UNKNOWN, SENDING, null).leaseUntil(NOON).build());
        one.update(ended(claimed, NOT_SENT, QUEUED, null).nextAttemptAt(NOON).build());
        assertThat(stored("m1")).containsEntry("status", "delivered");
        assertThat(attempts("m1")).extracting(HistoryEvent::result).containsExactly("accepted");
        assertThat(one.update(accepted(claimed, "SMout"))).isFalse();
    }

    @Test
    void aReportKeepsWhatWasQueuedAgainFromBeingSentAgain() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(refused(claim(one, 1).get(0)));
        two.report(report("m1", "SMout", MessageStatus.DELIVERED, "delivered"));
        assertThat(claimAt(one, NOON.plusSeconds(999), 1)).isEmpty();
        assertThat(stored("m1")).containsEntry("status", "delivered").containsEntry("providerMessageId", "SMout");
        assertThat(attempts("m1"))
                .extracting(HistoryEvent::result, HistoryEvent::providerMessageId, HistoryEvent::errorCode)
                .containsExactly(tuple("accepted", "SMout", null));
    }

    @Test
    void aReportNamesItsErrorInWords() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(accepted(claim(one, 1).get(0), "SMout"));
        one.report(new DeliveryReport(
                "m1",
                "twilio",
                "SMout",
                MessageStatus.UNDELIVERED,
                "undelivered",
                "30003",
                "out of reach",
                NOON,
                null));
        assertThat(stored("m1")).containsEntry("errorCode", "30003").containsEntry("errorMessage", "out of reach");
        assertThat(log().status("default", "m1").orElseThrow().history())
                .filteredOn(event -> event.event().equals("report"))
                .extracting(HistoryEvent::errorCode, HistoryEvent::errorMessage)
                .containsExactly(tuple("30003", "out of reach"));
    }

    @Test
    void aReportUnderOneMessageOnTheReceiptOfAnotherMovesItAndTakesNothingAway() throws Exception {
        one.queue(List.of(outgoing("m1", Priority.HIGH, null), outgoing("m2", Priority.HIGH, null)));
        Map<String, OutgoingMessage> both =
                claim(one, 2).stream().collect(Collectors.toMap(OutgoingMessage::id, Function.identity()));
        one.update(accepted(both.get("m1"), "SMout"));
        one.report(report("m2", "SMout", MessageStatus.DELIVERED, "delivered"));
        assertThat(stored("m1")).containsEntry("status", "sent").containsEntry("providerMessageId", "SMout");
        assertThat(stored("m2")).containsEntry("status", "delivered").containsEntry("providerMessageId", null);
    }

    @Test
    void asksAboutWhatWasSentAndNotHeardOfEverLaterAndThenNoMore() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(accepted(claim(one, 1).get(0), "SMout"));
        assertThat(silentAt(one, NOON.plusSeconds(299))).isEmpty();
        assertThat(silentAt(two, NOON.plusSeconds(300)))
                .extracting(OutgoingMessage::id, OutgoingMessage::provider, OutgoingMessage::providerMessageId)
                .containsExactly(tuple("m1", "here", "SMout"));
        assertThat(silentAt(one, NOON.plusSeconds(300))).isEmpty();
        assertThat(silentAt(one, NOON.plusSeconds(599))).isEmpty();
        assertThat(silentAt(one, NOON.plusSeconds(600))).hasSize(1);
        assertThat(silentAt(one, NOON.plusSeconds(1198))).isEmpty();
        assertThat(silentAt(one, NOON.plusSeconds(90_000))).hasSize(1);
        assertThat(silentAt(one, NOON.plusSeconds(900_000))).isEmpty();
        assertThat(stored("m1")).containsEntry("status", "sent");
    }

    @Test
    void asksNothingAboutWhatIsOver() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(accepted(claim(one, 1).get(0), "SMout"));
        one.report(report("m1", "SMout", MessageStatus.DELIVERED, "delivered"));
        assertThat(silentAt(one, NOON.plusSeconds(300))).isEmpty();
    }

    @Test
    void asksAboutWhatAReportSaidWasSentToo() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        claim(one, 1);
        one.report(report("m1", "SMout", MessageStatus.SENT, "sent").askedAboutAt(NOON.plusSeconds(20)));
        assertThat(silentAt(one, NOON.plusSeconds(19))).isEmpty();
        assertThat(silentAt(one, NOON.plusSeconds(20))).hasSize(1);
    }

    @Test
    void oneInstanceOnlyAsksAboutAMessage() throws Exception {
        one.queue(range(0, 40)
                .mapToObj(i -> outgoing("m" + i, Priority.NORMAL, null))
                .toList());
        claim(one, 40).forEach(message -> one.update(accepted(message, "SM-" + message.id())));
        List<List<OutgoingMessage>> asked = atOnce(range(0, 8)
                .<Callable<List<OutgoingMessage>>>mapToObj(i -> () -> silentAt(i % 2 == 0 ? one : two, LATER))
                .toList());
        Set<String> ids = new HashSet<>();
        asked.forEach(some ->
                some.forEach(message -> assertThat(ids.add(message.id())).isTrue()));
        assertThat(ids).isNotEmpty();
    }

    @Test
    void whatOnlyAnOperatorCanSettleIsShownAndClaimedByNobody() throws Exception {
        awaitsDecision("m1");
        assertThat(unsettledAt(two, NOON.plusSeconds(9_999))).isEmpty();
        assertThat(claimAt(two, NOON.plusSeconds(9_999), 9)).isEmpty();
        assertThat(stored("m1")).containsEntry("status", "sending").containsEntry("awaitsDecision", true);
        assertThat(log().countAwaitingDecision()).isEqualTo(1);
        assertThat(awaiting()).extracting(OutgoingMessage::id).containsExactly("m1");
        assertThat(log().outgoing("default", "m1").orElseThrow().awaitsDecision())
                .isTrue();
        assertThat(log().outgoing("another", "m1")).isEmpty();
        assertThat(log().outgoing(null, "m1")).isPresent();
        assertThat(log().status(null, "m1")).isPresent();
        assertThat(log().outgoing(null, "nobody")).isEmpty();
        assertThat(log().outgoingPage(MessageQuery.awaitingDecision(null, 10)).items())
                .extracting(OutgoingMessage::id)
                .containsExactly("m1");
    }

    @Test
    void anOperatorsWordSettlesIt() throws Exception {
        OutgoingMessage message = awaitsDecision("m1");
        one.update(ended(message, ACCEPTED, SENT, null).build());
        assertThat(stored("m1")).containsEntry("status", "sent").containsEntry("awaitsDecision", false);
        assertThat(attempts("m1"))
                .extracting(HistoryEvent::result, HistoryEvent::providerMessageId)
                .containsExactly(tuple("accepted", null));
        assertThat(awaiting()).isEmpty();
    }

    @Test
    void aReportSettlesWhatAwaitsAnOperatorToo() throws Exception {
        awaitsDecision("m1");
        one.report(report("m1", "SMout", MessageStatus.DELIVERED, "delivered"));
        assertThat(stored("m1")).containsEntry("status", "delivered").containsEntry("awaitsDecision", false);
        assertThat(log().countAwaitingDecision()).isZero();
    }

    private OutgoingMessage awaitsDecision(String id) {
        one.queue(
                List.of(outgoing(id, Priority.HIGH, null), outgoing("other", Priority.LOW, NOON.plusSeconds(99_999))));
        OutgoingMessage claimed = claim(one, 1).get(0);
        one.update(ended(claimed, UNKNOWN, SENDING, null).build());
        return claimed;
    }

    private List<OutgoingMessage> awaiting() {
        PageRequest page = new PageRequest("default", null, 10);
        return log().outgoingPage(new MessageQuery(page, null, null, true, null, null))
                .items();
    }

    @Test
    void aMessageThatThisVersionCannotReadStopsNoClaim() throws Exception {
        one.queue(List.of(outgoing("m1", Priority.URGENT, null), outgoing("m2", Priority.LOW, null)));
        overwrite("m1", "kind", "yet-unknown");
        List<OutgoingMessage> claimed = new ArrayList<>(claim(one, 1));
        assertThat(one.unreadable()).containsExactly("m1");
        claimed.addAll(claim(two, 1));
        assertThat(two.unreadable()).isEmpty();
        assertThat(claimed).extracting(OutgoingMessage::id).containsExactly("m2");
        assertThat(stored("m1"))
                .containsEntry("status", "queued")
                .extractingByKey("errorMessage")
                .isNotNull();
        overwrite("m1", "kind", "api");
        assertThat(claimAt(two, NOON.plusSeconds(3_600), 1))
                .extracting(OutgoingMessage::id, OutgoingMessage::attempts)
                .containsExactly(tuple("m1", 1));
    }

    @Test
    void aMessageThatThisVersionCannotReadStopsNoSettlingAndNoAsking() throws Exception {
        one.queue(List.of(
                outgoing("m1", Priority.URGENT, null),
                outgoing("m2", Priority.HIGH, null),
                outgoing("m3", Priority.LOW, null)));
        List<OutgoingMessage> claimed = claim(one, 3);
        one.update(accepted(claimed.get(0), "SMone"));
        one.update(accepted(claimed.get(1), "SMtwo"));
        overwrite("m1", "kind", "yet-unknown");
        overwrite("m3", "kind", "yet-unknown");
        assertThat(unsettledAt(two, NOON.plusSeconds(60))).isEmpty();
        assertThat(two.unreadable()).containsExactly("m3");
        assertThat(unsettledAt(two, NOON.plusSeconds(61))).isEmpty();
        assertThat(two.unreadable()).isEmpty();
        assertThat(silentAt(two, NOON.plusSeconds(300)))
                .extracting(OutgoingMessage::id)
                .containsExactly("m2");
        assertThat(two.unreadable()).containsExactly("m1");
    }

    @Test
    void aMessageThatThisVersionCannotReadIsLeftOutOfLists() throws Exception {
        one.queue(List.of(outgoing("m1", Priority.URGENT, null), outgoing("m2", Priority.LOW, null)));
        overwrite("m1", "kind", "yet-unknown");
        PageRequest page = new PageRequest("default", null, 10);
        assertThat(log().outgoingPage(MessageQuery.all(page, null, null)).items())
                .extracting(OutgoingMessage::id)
                .containsExactly("m2");
    }

    /** Two attempts of the message m1: the first one was taken for never arrived, the second one is in flight. */
    private List<OutgoingMessage> givenUpAndClaimedAgain() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        OutgoingMessage first = claim(one, 1).get(0);
        two.update(ended(first, NOT_SENT, QUEUED, null).nextAttemptAt(NOON).build());
        return List.of(first, claim(two, 1).get(0));
    }
}
