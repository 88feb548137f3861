package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutcomeWaitersTests {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final OutcomeWaiters waiters = new OutcomeWaiters(LONG, 2);

    @AfterEach
    void close() {
        waiters.close();
    }

    @Test
    void givesTheOutcomeToWhoWaits() throws Exception {
        waiters.expect(message("a"));
        CompletableFuture<Progress> progress = waiters.await(message("a"), LONG);
        assertThat(progress).isNotDone();
        AttemptOutcome outcome = outcome("a");
        waiters.settled(outcome);
        assertThat(progress.get(5, TimeUnit.SECONDS)).isEqualTo(new Progress(message("a"), outcome));
        assertThat(waiters.waiting()).isZero();
    }

    @Test
    void givesAnOutcomeThatWasFasterThanTheCaller() throws Exception {
        waiters.expect(message("a"));
        waiters.settled(outcome("a"));
        assertThat(waiters.await(message("a"), LONG).get(5, TimeUnit.SECONDS).outcome())
                .isNotNull();
        assertThat(waiters.waiting()).isZero();
    }

    @Test
    void givesNothingWhenTheTimeIsUpAndForgets() throws Exception {
        waiters.expect(message("a"));
        Progress progress = waiters.await(message("a"), Duration.ofMillis(20)).get(5, TimeUnit.SECONDS);
        assertThat(progress).isEqualTo(new Progress(message("a"), null));
        assertThat(waiters.waiting()).isZero();
        waiters.settled(outcome("a"));
        assertThat(waiters.waiting()).isZero();
    }

    @Test
    void doesNotWaitAtAllWhereNobodyWantsTo() throws Exception {
        waiters.expect(message("a"));
        assertThat(waiters.await(message("a"), Duration.ZERO)
                        .get(5, TimeUnit.SECONDS)
                        .outcome())
                .isNull();
        assertThat(waiters.waiting()).isZero();
    }

    @Test
    void letsNoMoreWaitThanThereArePlaces() throws Exception {
        waiters.expect(message("a"));
        waiters.expect(message("b"));
        waiters.expect(message("c"));
        assertThat(waiters.await(message("c"), LONG).get(5, TimeUnit.SECONDS).outcome())
                .isNull();
        waiters.settled(outcome("a"));
        waiters.await(message("a"), LONG).get(5, TimeUnit.SECONDS);
        waiters.expect(message("c"));
        assertThat(waiters.await(message("c"), LONG)).isNotDone();
    }

    @Test
    void forgetsAMessageThatWasNeverQueued() {
        OutcomeWaiters hasty = new OutcomeWaiters(Duration.ZERO, 1, Duration.ofMillis(20));
        hasty.expect(message("a"));
        Awaitility.await().untilAsserted(() -> assertThat(hasty.waiting()).isZero());
        hasty.expect(message("b"));
        assertThat(hasty.waiting()).isOne();
        hasty.close();
    }

    @Test
    void answersOnItsOwnThreads() throws Exception {
        waiters.expect(message("a"));
        CompletableFuture<String> thread = waiters.await(message("a"), LONG)
                .thenApply(progress -> Thread.currentThread().getName());
        waiters.settled(outcome("a"));
        assertThat(thread.get(5, TimeUnit.SECONDS)).isEqualTo("outcome-answers");
    }

    private static OutgoingMessage message(String id) {
        PhoneNumber to = new PhoneNumber("+15005550006");
        Draft draft = new Draft(
                id, to, null, Channel.SMS, "x", List.of(), Kind.API, Priority.NORMAL, null, null, "me", "default");
        return OutgoingMessage.queued(draft, Instant.EPOCH);
    }

    private static AttemptOutcome outcome(String id) {
        return new AttemptOutcome(
                id,
                1,
                AttemptResult.ACCEPTED,
                MessageStatus.SENT,
                null,
                "simulator",
                "SM1",
                1,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
