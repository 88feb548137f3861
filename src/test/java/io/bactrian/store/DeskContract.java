package io.bactrian.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.MovingClock;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Claim;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.statistics.Latency;
import io.bactrian.statistics.Slot;
import io.bactrian.statistics.Traffic;
import io.bactrian.statistics.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store has to answer to those at the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DeskContract {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Slot HOUR = new Slot(NOON, NOON.plusSeconds(3_600));
    private static final Slot BEFORE = new Slot(NOON.minusSeconds(3_600), NOON);
    private static final PhoneNumber ANN = new PhoneNumber("+15005550100");
    private static final PhoneNumber BOB = new PhoneNumber("+15005550101");
    private static final PhoneNumber OURS = new PhoneNumber("+15005550006");

    private MovingClock clock;
    private Ports ports;
    private Desk desk;

    protected abstract CamelContext instance() throws Exception;

    /** Of that store, on that clock. */
    protected abstract Desk desk(Clock clock);

    /** Empties the store. */
    protected abstract void empty() throws Exception;

    @AfterAll
    void stop() {
        ports.stop();
    }

    @BeforeEach
    void anEmptyStore() throws Exception {
        if (ports == null) {
            ports = new Ports(instance());
        }
        empty();
        clock = new MovingClock(NOON.plusSeconds(1_800));
        desk = desk(clock);
    }

    @Test
    void countsWhatCameInAndWhatBecameOfWhatWentOut() {
        texts(ANN, "default", NOON.minusSeconds(10), "SM0");
        texts(ANN, "default", NOON.plusSeconds(10), "SM1");
        texts(BOB, "other", NOON.plusSeconds(10), "SM2");
        sent(queued("m1", ANN, Kind.API, null, NOON.plusSeconds(20)), MessageStatus.DELIVERED);
        sent(queued("m2", BOB, Kind.API, null, NOON.plusSeconds(21)), MessageStatus.UNDELIVERED);
        queued("m3", BOB, Kind.API, null, NOON.plusSeconds(22));
        desk.counter().count();
        List<Traffic> traffic = desk.traffic().of("default", List.of(BEFORE, HOUR));
        assertThat(traffic).extracting(Traffic::incoming).containsExactly(1L, 1L);
        assertThat(traffic).extracting(Traffic::allOutgoing).containsExactly(0L, 3L);
        Traffic hour = traffic.get(1);
        assertThat(hour.slot()).isEqualTo(HOUR);
        assertThat(hour.outgoing(MessageStatus.DELIVERED)).isOne();
        assertThat(hour.outgoing(MessageStatus.UNDELIVERED)).isOne();
        assertThat(hour.outgoing(MessageStatus.QUEUED)).isOne();
        assertThat(hour.deliveryRate()).isEqualByComparingTo("0.5");
        assertThat(traffic.get(0).deliveryRate()).isNull();
        assertThat(desk.traffic().tenants()).contains("default");
    }

    @Test
    void countsAgainWhatChangesLater() {
        OutgoingMessage message = queued("m1", ANN, Kind.API, null, NOON.plusSeconds(20));
        desk.counter().count();
        assertThat(hour().outgoing(MessageStatus.QUEUED)).isOne();
        clock.pass(Duration.ofHours(3));
        sent(message, MessageStatus.DELIVERED);
        texts(ANN, "default", NOON.plusSeconds(30), "SMlate");
        desk.counter().count();
        assertThat(hour().outgoing(MessageStatus.QUEUED)).isZero();
        assertThat(hour().outgoing(MessageStatus.DELIVERED)).isOne();
        assertThat(hour().incoming()).isOne();
        assertThat(desk.traffic().asOf("default")).isEqualTo(clock.instant());
    }

    @Test
    void countsWhoOptedOutAndStillDoes() {
        ports.recordOptOut(StoreFixture.wish("w1", ANN, true, NOON.plusSeconds(5)));
        ports.recordOptOut(StoreFixture.wish("w2", BOB, true, NOON.plusSeconds(5)));
        ports.recordOptOut(StoreFixture.wish("w3", BOB, false, NOON.plusSeconds(6)));
        texts(ANN, "default", NOON.plusSeconds(10), "SM1");
        desk.counter().count();
        assertThat(hour().optedOut()).isOne();
    }

    @Test
    void tellsHowLongMessagesTook() {
        texts(ANN, "default", NOON.plusSeconds(10), "SM1");
        sent(queued("ack-SM1", ANN, Kind.ACKNOWLEDGMENT, "SM1", NOON.plusSeconds(11)), null);
        desk.counter().count();
        Latency ack = desk.latencies().of("default", Wait.WEBHOOK_TO_ACKNOWLEDGMENT, HOUR);
        assertThat(ack.count()).isOne();
        assertThat(ack.p50()).isBetween(2_900L, 3_100L);
        Latency sent = desk.latencies().of("default", Wait.QUEUE_TO_PROVIDER, HOUR);
        assertThat(sent.p99()).isBetween(1_930L, 2_070L);
        assertThat(desk.latencies().of("default", Wait.QUEUE_TO_PROVIDER, BEFORE))
                .isEqualTo(new Latency(0, null, null, null));
    }

    @Test
    void tellsWhatWaits() {
        assertThat(desk.backlogs().of("default").oldestQueuedAt()).isNull();
        queued("m1", ANN, Kind.API, null, NOON.plusSeconds(20));
        queued("m2", ANN, Kind.API, null, NOON.plusSeconds(10));
        assertThat(desk.backlogs().of("default").waiting()).isEqualTo(2);
        assertThat(desk.backlogs().of("default").oldestQueuedAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(desk.backlogs().of("default").unknown()).isZero();
        assertThat(desk.backlogs().of("other").waiting()).isZero();
    }

    private Traffic hour() {
        return desk.traffic().of("default", List.of(HOUR)).get(0);
    }

    private void texts(PhoneNumber who, String tenant, Instant at, String sid) {
        ports.logIncoming(new IncomingMessage(
                sid, who, OURS, "A text.", List.of(), true, false, null, at, tenant, "twilio", Channel.SMS, null));
    }

    private OutgoingMessage queued(String id, PhoneNumber to, Kind kind, String answers, Instant at) {
        Draft draft = new Draft(
                id, to, OURS, Channel.SMS, "Hello", List.of(), kind, Priority.NORMAL, answers, null, "op", "default");
        OutgoingMessage message = OutgoingMessage.queued(draft, at);
        ports.queue(message);
        return message;
    }

    /** Two seconds after it was queued, the provider takes it. */
    private void sent(OutgoingMessage message, MessageStatus reported) {
        Instant at = message.queuedAt().plusSeconds(2);
        OutgoingMessage claimed = ports.claim(Claim.of(10, "one", "here", at, Duration.ofSeconds(60))).stream()
                .filter(found -> found.id().equals(message.id()))
                .findFirst()
                .orElseThrow();
        ports.update(new Outcomes(claimed, AttemptResult.ACCEPTED, MessageStatus.SENT, "SM-" + message.id())
                .at(at)
                .build());
        if (reported != null) {
            ports.report(StoreFixture.report(message.id(), "SM-" + message.id(), reported, reported.toString()));
        }
    }
}
