package io.bactrian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MessageMetersTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PhoneNumber ANN = new PhoneNumber("+15005550100");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MessageMeters measured = new MessageMeters(meters);

    @Test
    void whatComesInIsCountedWithWhetherItWasThereBefore() {
        IncomingMessage text = new IncomingMessage(
                "SM1", ANN, ANN, "hello", List.of(), true, false, null, NOON, "default", "twilio", Channel.SMS);
        measured.received(text, null);
        measured.received(text, true);
        measured.received(text, true);
        assertThat(counted("sms.messages.in", "duplicate", "false")).isEqualTo(1);
        assertThat(counted("sms.messages.in", "duplicate", "true")).isEqualTo(2);
    }

    @Test
    void anAcceptedAcknowledgmentIsTimedFromWhenItWasWanted() {
        measured.ended(outcome(AttemptResult.ACCEPTED, MessageStatus.SENT), message(Kind.ACKNOWLEDGMENT, null));
        measured.ended(outcome(AttemptResult.ACCEPTED, MessageStatus.SENT), message(Kind.API, NOON.plusSeconds(3)));
        assertThat(meters.get("sms.webhook.to.acknowledgment").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(4);
        assertThat(meters.get("sms.queue.to.provider").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(4 + 1);
        assertThat(counted("sms.messages.out", "kind", "acknowledgment")).isEqualTo(1);
        assertThat(counted("sms.attempts", "result", "accepted")).isEqualTo(2);
    }

    @Test
    void whatIsInDoubtIsAnAttemptAndNoMessageYet() {
        measured.ended(outcome(AttemptResult.UNKNOWN, MessageStatus.SENDING), message(Kind.API, null));
        assertThat(counted("sms.attempts", "result", "unknown")).isEqualTo(1);
        assertThat(meters.find("sms.messages.out").counter()).isNull();
        assertThat(meters.find("sms.queue.to.provider").timer()).isNull();
    }

    @Test
    void aDecisionAboutAMessageNobodyHoldsIsCountedToo() {
        measured.ended(outcome(AttemptResult.ACCEPTED, MessageStatus.SENT), null);
        assertThat(counted("sms.messages.out", "kind", "unknown")).isEqualTo(1);
    }

    @Test
    void aReportWithAWordThatNobodyKnowsIsCounted() {
        measured.reported(new DeliveryReport("m1", "twilio", "SM1", null, "teleported", null, null, NOON, null));
        assertThat(counted("sms.delivery.reports", "status", "unknown")).isEqualTo(1);
    }

    private double counted(String name, String tag, String value) {
        return meters.get(name).tag(tag, value).counter().count();
    }

    private static OutgoingMessage message(Kind kind, Instant sendAt) {
        return OutgoingMessage.queued(
                new Draft(
                        "m1",
                        ANN,
                        null,
                        Channel.SMS,
                        "hello",
                        List.of(),
                        kind,
                        Priority.NORMAL,
                        null,
                        sendAt,
                        null,
                        "default"),
                NOON);
    }

    private static AttemptOutcome outcome(AttemptResult result, MessageStatus status) {
        return new AttemptOutcome(
                "m1",
                1,
                result,
                status,
                null,
                "twilio",
                null,
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                NOON.plusSeconds(4));
    }
}
