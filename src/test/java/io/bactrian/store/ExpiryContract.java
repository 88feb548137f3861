package io.bactrian.store;

import static io.bactrian.domain.AttemptResult.NOT_SENT;
import static io.bactrian.domain.AttemptResult.UNKNOWN;
import static io.bactrian.domain.MessageStatus.QUEUED;
import static io.bactrian.domain.MessageStatus.SENDING;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.ExpiryClaim;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Timing;
import io.bactrian.messages.MessageState;
import io.bactrian.messages.QueueDepth;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store adapter does with messages that are not worth sending for ever. */
public abstract class ExpiryContract extends StoreFixture {

    private static final Instant END = NOON.plusSeconds(60);

    @Test
    void keepsHowLongAMessageIsValidAndWhetherItKeepsQuietHours() {
        one.queue(List.of(valid("m1", NOON, END, true), valid("m2", NOON, null, false)));
        assertThat(claim(one, 2))
                .extracting(OutgoingMessage::id, OutgoingMessage::validUntil, OutgoingMessage::quietHours)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("m1", END, true),
                        org.assertj.core.api.Assertions.tuple("m2", null, false));
        assertThat(unsettledAt(two, LATER))
                .extracting(OutgoingMessage::validUntil)
                .containsExactlyInAnyOrder(END, null);
        assertThat(state("m1").validUntil()).isEqualTo(END);
        assertThat(state("m1").quietHours()).isTrue();
        assertThat(state("m2").validUntil()).isNull();
    }

    @Test
    void whatHasAWaitOfItsOwnIsDueAfterIt() {
        one.queue(valid("m1", NOON.plusSeconds(30), END, true));
        assertThat(claim(one, 1)).isEmpty();
        assertThat(claimAt(one, NOON.plusSeconds(30), 1)).hasSize(1);
    }

    @Test
    void failsWhatWaitsAndIsNotValidAnyMoreWheneverItIsDue() throws Exception {
        one.queue(List.of(
                valid("over", NOON, END, false),
                valid("later", NOON.plusSeconds(900), END, false),
                valid("valid", NOON, END.plusSeconds(1), false),
                valid("forever", NOON, null, false)));
        assertThat(expire(one, END.minusMillis(1))).isEmpty();
        assertThat(expire(one, END)).containsExactlyInAnyOrder("over", "later");
        assertThat(expire(two, END)).isEmpty();
        assertThat(stored("later"))
                .containsEntry("status", "failed")
                .containsEntry("errorCode", "expired")
                .containsEntry("errorMessage", "it was not sent while it was valid");
        assertThat(state("over").failedAt()).isEqualTo(END);
        assertThat(state("over").nextAttemptAt()).isNull();
        assertThat(claimAt(two, LATER, 9))
                .extracting(OutgoingMessage::id)
                .containsExactlyInAnyOrder("valid", "forever");
    }

    @Test
    void saysWhatKeptTheMessageFromBeingSent() throws Exception {
        one.queue(valid("m1", NOON, END, false));
        one.update(refused(claim(one, 1).get(0)));
        assertThat(expire(one, END)).containsExactly("m1");
        String last = ", before that: ";
        assertThat(stored("m1").get("errorMessage").toString())
                .startsWith("it was not sent while it was valid" + last)
                .hasSizeGreaterThan(("it was not sent while it was valid" + last).length());
        assertThat(attempts("m1")).hasSize(1);
    }

    @Test
    void neverFailsWhatMayHaveBeenSent() throws Exception {
        one.queue(valid("m1", NOON, END, false));
        OutgoingMessage sending = claim(one, 1).get(0);
        assertThat(expire(two, LATER)).isEmpty();
        one.update(ended(sending, UNKNOWN, SENDING, null).leaseUntil(END).build());
        assertThat(expire(two, LATER)).isEmpty();
        OutgoingMessage silent = unsettledAt(two, LATER).get(0);
        assertThat(expire(two, LATER.plusSeconds(900))).isEmpty();
        two.update(ended(silent, NOT_SENT, QUEUED, null)
                .nextAttemptAt(LATER.plusSeconds(5))
                .build());
        assertThat(expire(two, LATER)).containsExactly("m1");
        assertThat(stored("m1")).containsEntry("status", "failed");
    }

    @Test
    void aReportOnWhatWasGivenUpTellsThatItWasSentAfterAll() throws Exception {
        one.queue(valid("m1", NOON, END, false));
        one.update(refused(claim(one, 1).get(0)));
        assertThat(expire(one, END)).containsExactly("m1");
        one.report(report("m1", MessageStatus.DELIVERED, "delivered"));
        assertThat(stored("m1")).containsEntry("status", "delivered");
        assertThat(state("m1").failedAt()).isNull();
        assertThat(state("m1").errorCode()).isNull();
    }

    @Test
    void twoInstancesNeverFailTheSameMessage() throws Exception {
        one.queue(range(0, 40).mapToObj(n -> valid("m" + n, NOON, END, false)).toList());
        List<List<String>> groups = atOnce(List.of(() -> expire(one, END), () -> expire(two, END)));
        List<String> rest = expire(one, END);
        assertThat(Stream.concat(groups.stream().flatMap(List::stream), rest.stream()))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void countsWhatWaitsByPriority() throws Exception {
        one.queue(List.of(
                outgoing("now", Priority.HIGH, null),
                outgoing("soon", Priority.HIGH, NOON.plusSeconds(60)),
                outgoing("later", Priority.HIGH, NOON.plusSeconds(600)),
                outgoing("low", Priority.LOW, NOON.plusSeconds(600))));
        assertThat(log().queueDepths(NOON.plusSeconds(90)))
                .containsExactly(
                        new QueueDepth(Priority.URGENT, 0, 0, null),
                        new QueueDepth(Priority.HIGH, 3, 2, NOON),
                        new QueueDepth(Priority.NORMAL, 0, 0, null),
                        new QueueDepth(Priority.LOW, 1, 0, null));
        claimAt(one, NOON.plusSeconds(30), 1);
        assertThat(log().queueDepths(NOON.plusSeconds(90)).get(1))
                .isEqualTo(new QueueDepth(Priority.HIGH, 2, 1, NOON.plusSeconds(60)));
    }

    private static List<String> expire(Ports instance, Instant now) {
        return instance.expire(new ExpiryClaim(100, now)).stream()
                .map(OutgoingMessage::id)
                .toList();
    }

    private MessageState state(String id) {
        return log().status("default", id).orElseThrow();
    }

    private static OutgoingMessage valid(String id, Instant dueAt, Instant until, boolean quietHours) {
        Draft draft = new Draft(
                id, ANN, OURS, Channel.SMS, id, List.of(), Kind.API, Priority.NORMAL, null, null, "op", "default");
        return OutgoingMessage.queued(draft, new Timing(dueAt, until, quietHours), NOON, null);
    }
}
