package io.bactrian.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.GatewaySettings;
import io.bactrian.MovingClock;
import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.Notice;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.spool.SpooledWork;
import io.bactrian.web.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenersTests {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(START);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger woken = new AtomicInteger();
    private final Runnable wake = woken::incrementAndGet;
    private Listeners listeners;

    @BeforeEach
    void start() {
        GatewaySettings gateway =
                new GatewaySettings("http://localhost", "embedded", List.of("simulator"), folder, Path.of("routes"));
        IntegrationSettings settings =
                new IntegrationSettings(1, Duration.ofMillis(1), Duration.ofMillis(1), 3, Duration.ofMinutes(10));
        listeners = new Listeners(gateway, settings, clock, meters);
    }

    @AfterEach
    void stop() throws IOException {
        listeners.close();
    }

    private static IncomingMessage message(String sid, String from) {
        return new IncomingMessage(
                sid,
                new PhoneNumber(from),
                new PhoneNumber("+15005550006"),
                "Hello",
                List.of(),
                true,
                false,
                null,
                START,
                "default",
                "twilio",
                Channel.SMS,
                null);
    }

    private void receive(String sid, String from) {
        ended(listeners.received(message(sid, from)));
    }

    private static void ended(CompletionStage<Void> told) {
        assertThat(told).isNotNull();
        assertThat(told.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(60));
    }

    /** Over at once, and never null, for which Camel would fail the flow. */
    private void assertNobodyTold(CompletionStage<Void> told) {
        int before = woken.get();
        assertThat(told.toCompletableFuture()).isCompleted();
        assertThat(woken).hasValue(before);
    }

    private static List<String> subjects(List<SpooledWork> works) {
        return works.stream().map(work -> ((Notice) work.job()).subject()).toList();
    }

    @Test
    void costsNothingWhereNobodyListens() {
        assertNobodyTold(listeners.received(message("SM1", "+15005550100")));
        listeners.open("of-statuses", notice -> notice.changed() != null, wake);
        assertNobodyTold(listeners.received(message("SM1", "+15005550100")));
    }

    @Test
    void tellsEachWhoWantsItOnceAndWakesThem() throws IOException {
        Listener one = listeners.open("one", notice -> true, wake);
        Listener other = listeners.open("other", notice -> notice.received() == null, wake);

        receive("SM1", "+15005550100");
        assertNobodyTold(listeners.received(message("SM1", "+15005550100")));

        assertThat(subjects(one.take(9))).containsExactly("SM1");
        assertThat(other.take(9)).isEmpty();
        assertThat(woken).hasValue(1);
    }

    @Test
    void tellsOfAStatusThatWeKnow() throws IOException {
        Listener one = listeners.open("one", notice -> true, wake);

        ended(listeners.status(report("msg-1", MessageStatus.DELIVERED)));
        assertNobodyTold(listeners.status(report("msg-1", null)));

        assertThat(subjects(one.take(9))).containsExactly("msg-1-delivered");
    }

    private static DeliveryReport report(String id, MessageStatus status) {
        return new DeliveryReport(id, "twilio", "SM9", status, "word", null, null, START, null);
    }

    @Test
    void tellsAfterARestartWhatWasNotDoneAndNothingElse() throws IOException {
        Listener before = listeners.open("one", notice -> true, wake);
        receive("SM1", "+15005550100");
        receive("SM2", "+15005550101");
        before.done(before.take(1).get(0));
        before.take(1);
        listeners.close();
        start();

        Listener after = listeners.open("one", notice -> true, wake);

        // A file goes once everything in it is done, so what was done may come again, and what was not does.
        assertThat(subjects(after.take(9))).contains("SM2");
    }

    @Test
    void keepsTheOrderOfANumberAndLetsOthersPass() throws IOException {
        Listener one = listeners.open("one", notice -> true, wake);
        receive("SM1", "+15005550100");
        receive("SM2", "+15005550100");
        receive("SM3", "+15005550101");

        List<SpooledWork> first = one.take(9);
        assertThat(subjects(first)).containsExactly("SM1", "SM3");
        one.release(first.get(0));
        assertThat(subjects(one.take(9))).containsExactly("SM1");
        one.done(first.get(0));
        assertThat(subjects(one.take(9))).containsExactly("SM2");
    }

    @Test
    void losesAndCountsWhatIsTooMuchAndFailsNobody() {
        Listener one = listeners.open("one", notice -> true, wake);
        for (int i = 1; i <= 4; i++) {
            receive("SM" + i, "+15005550100");
        }
        assertThat(one.waiting()).isEqualTo(3);
        assertThat(meters.counter("sms.listeners.lost", "listener", "one").count())
                .isEqualTo(1);
    }

    @Test
    void keepsNothingMoreForWhoIsGoneForLong() {
        Listener one = listeners.open("one", notice -> true, wake);
        one.detach(wake);
        receive("SM1", "+15005550100");
        clock.pass(Duration.ofMinutes(11));
        assertNobodyTold(listeners.received(message("SM2", "+15005550100")));
        listeners.open("one", notice -> true, wake);
        receive("SM3", "+15005550100");
        assertThat(one.waiting()).isEqualTo(2);
    }

    @Test
    void whoComesLastTakesWhatWaits() {
        Listener old = listeners.open("one", notice -> true, wake);
        Runnable newer = () -> {};
        listeners.open("one", notice -> true, newer);
        old.detach(wake);
        assertThat(old.isTakenBy(newer)).isTrue();
        assertThat(old.isTakenBy(wake)).isFalse();
    }

    @Test
    void refusesToTellNobodyAgainAndNamesThatAreNoFolders() {
        Notice notice = Notice.of(message("SM1", "+15005550100")).to("nobody");
        assertThatThrownBy(() -> listeners.again(notice)).isInstanceOf(Refused.class);
        for (String name : new String[] {null, "", "../up", "Upper", "a".repeat(61)}) {
            assertThatThrownBy(() -> listeners.open(name, any -> true, wake))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
