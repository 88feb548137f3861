package io.bactrian.store;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.StoreException;
import io.bactrian.domain.User;
import io.bactrian.messages.HistoryEvent;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store adapter does behind its ports. Two instances of the gateway share the store in each test. */
public abstract class StoreContract extends LedgerContract {

    @Test
    void findsAUserByNumberAndNobodyByAnother() throws Exception {
        addUser(ANN, "Ann", true);
        User ann = one.findUser(ANN);
        assertThat(ann.name()).isEqualTo("Ann");
        assertThat(ann.isActive()).isTrue();
        assertThat(ann.optedOut()).isFalse();
        assertThat(ann.createdAt()).isNotNull();
        assertThat(one.findUser(new PhoneNumber("+15005550101"))).isNull();
    }

    @Test
    void findsTheUserOfTheTenantThatIsAskedFor() throws Exception {
        addUser(ANN, "Ann", true);
        assertThat(one.findUser("acme", ANN)).isNull();
        addUser("acme", ANN, "Ann of Acme", false);
        assertThat(one.findUser("acme", ANN).name()).isEqualTo("Ann of Acme");
        assertThat(one.findUser("acme", ANN).tenant()).isEqualTo("acme");
        assertThat(two.findUser(ANN).name()).isEqualTo("Ann");
        one.recordOptOut(wish("SM1", ANN, true, NOON));
        assertThat(two.findUser("acme", ANN).optedOut()).isTrue();
    }

    @Test
    void anInactiveUserIsFoundAsInactive() throws Exception {
        addUser(ANN, "Ann", false);
        assertThat(one.findUser(ANN).isActive()).isFalse();
    }

    @Test
    void logsAMessageOnceHoweverOftenItIsPosted() throws Exception {
        assertThat(one.logIncoming(incoming("SM1", "hello"))).isFalse();
        assertThat(two.logIncoming(incoming("SM1", "hello"))).isTrue();
        assertThat(countStored()).isEqualTo(1);
        assertThat(stored("SM1"))
                .containsEntry("messageContent", "hello")
                .containsEntry("isRegistered", true)
                .containsEntry("responseSent", false)
                .containsEntry("receivedAt", NOON)
                .containsEntry("phoneNumber", ANN.value())
                .containsEntry("to", OURS.value());
    }

    @Test
    void logsOnceWhenTwoInstancesGetTheSameAtTheSameInstant() throws Exception {
        List<Boolean> duplicates = atOnce(range(0, 50)
                .<Callable<Boolean>>mapToObj(i -> () -> (i % 2 == 0 ? one : two).logIncoming(incoming("SM2", "hello")))
                .toList());
        assertThat(duplicates).filteredOn(duplicate -> !duplicate).hasSize(1);
        assertThat(countStored()).isEqualTo(1);
    }

    @Test
    void keepsEveryCharacterAndTheLongestText() throws Exception {
        String text = "Grüße, 駱駝 \uD83D\uDC2B 'quoted' \\ \" ; -- :name ?\n\t€";
        one.logIncoming(incoming("SM3", text));
        one.logIncoming(incoming("SM4", "x".repeat(100_000)));
        assertThat(stored("SM3")).containsEntry("messageContent", text);
        assertThat((String) stored("SM4").get("messageContent")).hasSize(100_000);
    }

    @Test
    void oneBadMessageOfAGroupFailsAlone() throws Exception {
        List<Future<Boolean>> answers = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(20);
        for (int i = 0; i < 20; i++) {
            String sid = i == 7 ? null : "SM-" + i; // a message without an id cannot be stored
            answers.add(pool.submit(() -> one.logIncoming(incoming(sid, "hello"))));
        }
        int failed = 0;
        for (Future<Boolean> answer : answers) {
            try {
                answer.get();
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(StoreException.class);
                failed++;
            }
        }
        pool.shutdown();
        assertThat(failed).isEqualTo(1);
        assertThat(countStored()).isEqualTo(19);
    }

    @Test
    void aFailureQuotesNothingOfTheMessage() {
        IncomingMessage bad = incoming(null, "a secret text");
        assertThatThrownBy(() -> one.logIncoming(bad))
                .isInstanceOf(StoreException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret", ANN.value());
    }

    @Test
    void queueingAnIdTwiceChangesNothing() throws Exception {
        one.queue(outgoing("m1", Priority.NORMAL, null));
        two.queue(outgoing("m1", Priority.URGENT, null));
        assertThat(countStored()).isEqualTo(1);
        assertThat(claim(one, 10)).extracting(OutgoingMessage::priority).containsExactly(Priority.NORMAL);
    }

    @Test
    void queuesAListInOneGo() throws Exception {
        one.queue(range(0, 250)
                .mapToObj(i -> outgoing("m" + i, Priority.LOW, null))
                .toList());
        assertThat(countStored()).isEqualTo(250);
        one.queue(List.of());
    }

    @Test
    void claimsTheMostUrgentFirstAndNothingThatIsNotDue() {
        one.queue(List.of(
                outgoing("low", Priority.LOW, null),
                outgoing("later", Priority.URGENT, NOON.plusSeconds(60)),
                outgoing("urgent", Priority.URGENT, null),
                outgoing("normal", Priority.NORMAL, null)));
        assertThat(claim(one, 2)).extracting(OutgoingMessage::id).containsExactly("urgent", "normal");
        assertThat(claim(two, 10)).extracting(OutgoingMessage::id).containsExactly("low");
        assertThat(claimAt(one, NOON.plusSeconds(61), 10))
                .extracting(OutgoingMessage::id)
                .containsExactly("later");
    }

    @Test
    void claimsByPriorityAndThenByTimeWhenMoreIsDueThanIsWanted() {
        List<OutgoingMessage> queued = new ArrayList<>(range(0, 20)
                .mapToObj(i -> outgoing("later" + i, Priority.URGENT, NOON.plus(3650, ChronoUnit.DAYS)))
                .toList());
        for (Priority priority : List.of(Priority.LOW, Priority.NORMAL, Priority.URGENT)) {
            for (int i = 9; i > 0; i--) {
                queued.add(outgoing(priority + "-" + i, priority, NOON.minusSeconds(i)));
            }
        }
        one.queue(queued);
        assertThat(ids(claim(one, 4))).containsExactly("urgent-9", "urgent-8", "urgent-7", "urgent-6");
        assertThat(ids(claim(two, 7)))
                .containsExactly("urgent-5", "urgent-4", "urgent-3", "urgent-2", "urgent-1", "normal-9", "normal-8");
        assertThat(ids(claim(one, 8))).startsWith("normal-7").endsWith("normal-1", "low-9");
        assertThat(ids(claim(two, 8))).startsWith("low-8").endsWith("low-1").hasSize(8);
        assertThat(claim(one, 8)).isEmpty();
    }

    private static List<String> ids(List<OutgoingMessage> messages) {
        return messages.stream().map(OutgoingMessage::id).toList();
    }

    @Test
    void aClaimGivesTheWholeMessage() {
        OutgoingMessage queued = outgoing("m1", Priority.HIGH, null);
        one.queue(queued);
        OutgoingMessage claimed = claim(one, 1).get(0);
        assertThat(claimed.phoneNumber()).isEqualTo(ANN);
        assertThat(claimed.from()).isEqualTo(OURS);
        assertThat(claimed.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(claimed.messageContent()).isEqualTo(queued.messageContent());
        assertThat(claimed.mediaUrl()).isEqualTo(queued.mediaUrl());
        assertThat(claimed.kind()).isEqualTo(Kind.AUTO_REPLY);
        assertThat(claimed.answers()).isEqualTo("SM9");
        assertThat(claimed.status()).isEqualTo(MessageStatus.SENDING);
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.provider()).isEqualTo("here");
        assertThat(claimed.queuedAt()).isEqualTo(NOON);
        assertThat(claimed.tenant()).isEqualTo("default");
    }

    @Test
    void theProviderIsOnRecordBeforeItIsCalled() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        claim(one, 1);
        assertThat(stored("m1")).containsEntry("provider", "here");
        assertThat(attempts("m1"))
                .extracting(HistoryEvent::attempt, HistoryEvent::provider, HistoryEvent::result)
                .containsExactly(tuple(1, "here", null));
        assertThat(unsettledAt(two, NOON.plusSeconds(60)))
                .extracting(OutgoingMessage::provider)
                .containsExactly("here");
    }

    @Test
    void twoInstancesNeverGetTheSameMessage() throws Exception {
        one.queue(range(0, 300)
                .mapToObj(i -> outgoing("m" + i, Priority.NORMAL, null))
                .toList());
        List<List<OutgoingMessage>> claims = new ArrayList<>();
        for (int round = 0; round < 40 && total(claims) < 300; round++) {
            claims.addAll(atOnce(range(0, 8)
                    .<Callable<List<OutgoingMessage>>>mapToObj(i -> () -> claim(i % 2 == 0 ? one : two, 7))
                    .toList()));
        }
        Set<String> ids = new HashSet<>();
        claims.forEach(claim ->
                claim.forEach(message -> assertThat(ids.add(message.id())).isTrue()));
        assertThat(ids).hasSize(300);
    }

    private static int total(List<List<OutgoingMessage>> claims) {
        return claims.stream().mapToInt(List::size).sum();
    }

    @Test
    void whatAKilledInstanceHadClaimedIsGivenToOneOtherWhenTheLeaseIsOver() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        assertThat(claim(one, 1)).extracting(OutgoingMessage::leaseUntil).containsExactly(NOON.plusSeconds(60));
        assertThat(unsettledAt(two, NOON.plusSeconds(59))).isEmpty();
        assertThat(unsettledAt(two, NOON.plusSeconds(60)))
                .extracting(OutgoingMessage::id, OutgoingMessage::attempts)
                .containsExactly(tuple("m1", 1));
        assertThat(unsettledAt(one, NOON.plusSeconds(119))).isEmpty();
        assertThat(unsettledAt(one, NOON.plusSeconds(120))).hasSize(1);
    }

    @Test
    void aSilentAttemptIsLeftAloneWhileTheSameTextIsInFlightToTheSamePerson() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        claim(one, 1);
        one.queue(outgoing("m2", Priority.HIGH, null));
        claimAt(one, NOON.plusSeconds(30), 1);
        assertThat(unsettledAt(two, NOON.plusSeconds(61))).isEmpty();
        assertThat(unsettledAt(two, NOON.plusSeconds(91))).hasSize(2);
    }

    @Test
    void aSilentCallIsLeftAloneWhileAnyOtherIsInFlightToTheSamePerson() {
        one.queue(call("m1", "Your code is 4 7 1 1"));
        assertThat(claim(one, 1)).extracting(OutgoingMessage::channel).containsExactly(Channel.VOICE);
        one.queue(call("m2", "The lift is out of order"));
        claimAt(one, NOON.plusSeconds(30), 1);
        assertThat(unsettledAt(two, NOON.plusSeconds(61))).isEmpty();
        assertThat(unsettledAt(two, NOON.plusSeconds(91)))
                .extracting(OutgoingMessage::id, OutgoingMessage::channel)
                .containsExactlyInAnyOrder(tuple("m1", Channel.VOICE), tuple("m2", Channel.VOICE));
    }

    private static OutgoingMessage call(String id, String text) {
        Draft draft = new Draft(
                id, ANN, OURS, Channel.VOICE, text, List.of(), Kind.API, Priority.HIGH, null, null, null, "default");
        return OutgoingMessage.queued(draft, NOON);
    }

    @Test
    void aReceiptSettlesOneMessageOnly() {
        one.queue(List.of(outgoing("m1", Priority.HIGH, null), outgoing("m2", Priority.HIGH, null)));
        List<OutgoingMessage> both = claim(one, 2);
        one.update(outcome(both.get(0), AttemptResult.ACCEPTED, MessageStatus.SENT, "SMout", null));
        AttemptOutcome again = outcome(both.get(1), AttemptResult.ACCEPTED, MessageStatus.SENT, "SMout", null);
        assertThatThrownBy(() -> two.update(again)).isInstanceOf(StoreException.class);
    }

    @Test
    void knowsWhichReceiptsAreTaken() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(outcome(claim(one, 1).get(0), AttemptResult.ACCEPTED, MessageStatus.SENT, "SMout", null));
        one.report(new DeliveryReport("m9", "twilio", "SMother", MessageStatus.SENT, "sent", null, null, NOON, null));
        assertThat(two.findReceipts(List.of("SMout", "SMother", "SMfree")))
                .extracting(KnownReceipt::providerMessageId)
                .containsExactlyInAnyOrder("SMout", "SMother");
        assertThat(two.findReceipts(List.of())).isEmpty();
    }

    @Test
    void anAcceptedAcknowledgmentMarksTheIncomingMessageAnswered() throws Exception {
        one.logIncoming(incoming("SM9", "hello"));
        one.queue(outgoing("ack-SM9", Priority.HIGH, null));
        one.update(outcome(claim(one, 1).get(0), AttemptResult.ACCEPTED, MessageStatus.SENT, "SMout", null));
        assertThat(stored("ack-SM9"))
                .containsEntry("status", "sent")
                .containsEntry("providerMessageId", "SMout")
                .containsEntry("sentAt", NOON.plusSeconds(1))
                .containsEntry("leaseOwner", null);
        assertThat(stored("SM9")).containsEntry("responseSent", true);
    }

    @Test
    void aTemporaryRefusalFallsDueAgain() {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(outcome(
                claim(one, 1).get(0), AttemptResult.NOT_SENT, MessageStatus.QUEUED, null, NOON.plusSeconds(30)));
        assertThat(claimAt(two, NOON.plusSeconds(29), 1)).isEmpty();
        assertThat(claimAt(two, NOON.plusSeconds(30), 1))
                .extracting(OutgoingMessage::attempts)
                .containsExactly(2);
    }

    @Test
    void whatWasAcceptedIsNotSentAgainAlsoWhenItWasGivenUpForSilentMeanwhile() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        OutgoingMessage claimed = claim(one, 1).get(0);
        two.update(outcome(claimed, AttemptResult.NOT_SENT, MessageStatus.QUEUED, null, NOON));
        one.update(outcome(claimed, AttemptResult.ACCEPTED, MessageStatus.SENT, "SMout", null));
        assertThat(stored("m1")).containsEntry("status", "sent").containsEntry("errorCode", null);
        assertThat(claimAt(two, NOON.plusSeconds(999), 1)).isEmpty();
    }

    @Test
    void anOutcomeOfAnEarlierAttemptChangesNothing() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        OutgoingMessage first = claim(one, 1).get(0);
        one.update(outcome(first, AttemptResult.NOT_SENT, MessageStatus.QUEUED, null, NOON));
        claim(two, 1);
        one.update(outcome(first, AttemptResult.REJECTED, MessageStatus.FAILED, null, null));
        assertThat(stored("m1")).containsEntry("status", "sending");
    }

    @Test
    void aReportMovesTheStatusForwardAndNeverBack() throws Exception {
        one.queue(outgoing("m1", Priority.HIGH, null));
        one.update(outcome(claim(one, 1).get(0), AttemptResult.ACCEPTED, MessageStatus.SENT, "SMout", null));
        one.report(report("m1", MessageStatus.DELIVERED, "delivered"));
        two.report(report("m1", MessageStatus.SENT, "sent"));
        two.report(report("m1", MessageStatus.FAILED, "failed"));
        one.report(report("m1", MessageStatus.DELIVERED, "delivered"));
        assertThat(stored("m1")).containsEntry("status", "delivered").containsEntry("deliveredAt", NOON);
    }

    @Test
    void aReportThatComesBeforeTheAnswerOfTheSendCallIsKept() throws Exception {
        one.logIncoming(incoming("SM9", "hello"));
        one.queue(outgoing("ack-SM9", Priority.HIGH, null));
        OutgoingMessage claimed = claim(one, 1).get(0);
        one.report(report("ack-SM9", MessageStatus.DELIVERED, "delivered"));
        assertThat(stored("SM9")).containsEntry("responseSent", true);
        one.update(outcome(claimed, AttemptResult.ACCEPTED, MessageStatus.SENT, "SMout", null));
        assertThat(stored("ack-SM9")).containsEntry("status", "delivered").containsEntry("providerMessageId", "SMout");
    }

    @Test
    void aReportForAMessageThatNobodyKnowsIsNoError() throws Exception {
        one.report(report("nobody", MessageStatus.DELIVERED, "delivered"));
        one.report(report("nobody", null, "a-new-word"));
        assertThat(countStored()).isZero();
    }

    @Test
    void theLatestWishOfARecipientCounts() throws Exception {
        addUser(ANN, "Ann", true);
        one.recordOptOut(wish("SM1", ANN, true, NOON));
        assertThat(two.findOptOuts(List.of(ANN)))
                .extracting(OptOutChange::optedOut)
                .containsExactly(true);
        assertThat(two.findUser(ANN).optedOut()).isTrue();
        assertThat(two.findUser(ANN).optedOutAt()).isEqualTo(NOON);

        one.recordOptOut(wish("SM2", ANN, false, NOON.plusSeconds(9)));
        one.recordOptOut(wish("SM1", ANN, true, NOON.plusSeconds(99)));
        one.recordOptOut(wish("SM0", ANN, true, NOON.plusSeconds(5)));
        assertThat(two.findOptOuts(List.of(ANN)))
                .extracting(OptOutChange::optedOut)
                .containsExactly(false);
        assertThat(two.findUser(ANN).optedOut()).isFalse();
        assertThat(two.findUser(ANN).optedOutAt()).isNull();
        assertThat(two.findOptOuts(List.of(OURS))).isEmpty();
    }

    @Test
    void eachSenderHasALastWordOfItsOwn() throws Exception {
        PhoneNumber other = new PhoneNumber("12345");
        addUser(ANN, "Ann", true);
        one.recordOptOut(List.of(
                wish("SM1", ANN, OURS, "MG1", true, NOON, "default"),
                wish("SM1~MG1", ANN, null, "MG1", true, NOON, "default")));
        one.recordOptOut(wish("SM2", ANN, other, null, false, NOON.plusSeconds(1), "default"));
        one.recordOptOut(wish("SM3", ANN, null, null, false, NOON.plusSeconds(2), "default"));
        assertThat(two.findOptOuts(List.of(ANN)))
                .extracting(OptOutChange::id, OptOutChange::scope, OptOutChange::service, OptOutChange::optedOut)
                .containsExactlyInAnyOrder(
                        tuple("SM1", OURS.value(), "MG1", true),
                        tuple("SM1~MG1", "MG1", "MG1", true),
                        tuple("SM2", "12345", null, false),
                        tuple("SM3", "*", null, false));
        assertThat(two.findUser(ANN).optedOutAt()).isEqualTo(NOON);
        // The service has the last word about its numbers.
        one.recordOptOut(wish("SM4~MG1", ANN, null, "MG1", false, NOON.plusSeconds(3), "default"));
        assertThat(two.findUser(ANN).optedOut()).isFalse();
        // About all senders, until any is wanted again.
        one.recordOptOut(wish("SM5", ANN, null, null, true, NOON.plusSeconds(4), "default"));
        assertThat(two.findUser(ANN).optedOutAt()).isEqualTo(NOON.plusSeconds(4));
        one.recordOptOut(wish("SM6", ANN, other, null, false, NOON.plusSeconds(5), "default"));
        assertThat(two.findUser(ANN).optedOut()).isFalse();
    }

    @Test
    void whoOptedOutOfATenantsSenderDidSoOfNoOthers() throws Exception {
        addUser(ANN, "Ann", true);
        addUser("acme", ANN, "Ann of Acme", true);
        one.recordOptOut(wish("SM1", ANN, OURS, null, true, NOON, "acme"));
        one.recordOptOut(wish("SM2", ANN, null, null, true, NOON, "acme"));
        assertThat(two.findUser(ANN).optedOut()).isFalse();
        assertThat(two.findUser("acme", ANN).optedOut()).isTrue();
        assertThat(two.findOptOuts(List.of(ANN)))
                .extracting(OptOutChange::scope, OptOutChange::tenant)
                .containsExactlyInAnyOrder(tuple(OURS.value(), "acme"), tuple("*~acme", "acme"));
    }

    @Test
    void aWishIsNotOlderThanItselfHoweverFineItsTimeIs() {
        one.recordOptOut(wish("SM1", ANN, true, NOON.plusNanos(700)));
        one.recordOptOut(wish("SM2", ANN, false, NOON.plusNanos(900)));
        assertThat(two.findOptOuts(List.of(ANN)))
                .extracting(OptOutChange::id, OptOutChange::optedOut, OptOutChange::at)
                .containsExactly(tuple("SM2", false, NOON));
    }

    @Test
    void manyWishesAreKeptInOneGo() {
        List<OptOutChange> wishes = IntStream.range(0, 60)
                .mapToObj(i -> wish(
                        "import-" + i,
                        new PhoneNumber("+150055502" + (10 + i / 2)),
                        i % 2 == 0 ? OURS : null,
                        null,
                        true,
                        NOON.plusSeconds(i),
                        "default"))
                .toList();
        one.recordOptOut(wishes);
        one.recordOptOut(wishes);
        List<PhoneNumber> people =
                wishes.stream().map(OptOutChange::phoneNumber).distinct().toList();
        assertThat(two.findOptOuts(people))
                .extracting(OptOutChange::id)
                .containsExactlyInAnyOrderElementsOf(
                        wishes.stream().map(OptOutChange::id).toList());
    }
}
