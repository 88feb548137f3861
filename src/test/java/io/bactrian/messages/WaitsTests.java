package io.bactrian.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Timing;
import io.bactrian.schedule.Hours;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a message to Oslo, where quiet hours are from 20:00 to 07:00 UTC in winter. */
class WaitsTests {

    @ParameterizedTest
    @CsvSource({
        // now, wanted at, due, keeps quiet hours, what it waits for, until
        "2026-12-01T12:00:00Z, 2026-12-01T18:00:00Z, 2026-12-01T18:00:00Z, false, scheduled,   2026-12-01T18:00:00Z",
        "2026-12-01T12:00:00Z, 2026-12-01T18:00:00Z, 2026-12-01T18:00:00Z, true,  scheduled,   2026-12-01T18:00:00Z",
        "2026-12-01T12:00:00Z, 2026-12-01T22:00:00Z, 2026-12-02T07:00:00Z, true,  quiet-hours, 2026-12-02T07:00:00Z",
        "2026-12-01T22:00:00Z,                     , 2026-12-02T07:00:00Z, true,  quiet-hours, 2026-12-02T07:00:00Z",
        "2026-12-01T22:00:00Z,                     , 2026-12-01T19:00:00Z, true,  quiet-hours, 2026-12-02T07:00:00Z",
        "2026-12-01T22:00:00Z,                     , 2026-12-01T22:01:00Z, false, retry,       2026-12-01T22:01:00Z",
        "2026-12-01T12:00:00Z,                     , 2026-12-01T12:01:00Z, true,  retry,       2026-12-01T12:01:00Z",
        "2026-12-01T12:00:00Z,                     , 2026-12-01T11:00:00Z, true,  turn,        2026-12-01T11:00:00Z",
        "2026-12-01T12:00:00Z, 2026-12-01T11:00:00Z, 2026-12-01T11:00:00Z, false, turn,        2026-12-01T11:00:00Z",
        "2026-12-01T12:00:00Z,                     ,                     , true,  paused,      "
    })
    void isToldWhatAMessageWaitsForAndUntilWhen(
            String now, Instant sendAt, Instant due, boolean quietHours, String reason, Instant until) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        Waiting waiting = new Waits(Hours.standard(clock), clock)
                .explained(MessageState.of(message(sendAt, due, quietHours), List.of()))
                .waiting();
        assertThat(waiting.reason()).isEqualTo(reason);
        assertThat(waiting.until()).isEqualTo(until);
        assertThat(waiting.explanation()).isNotBlank();
    }

    private static OutgoingMessage message(Instant sendAt, Instant due, boolean quietHours) {
        PhoneNumber oslo = new PhoneNumber("+4722334455");
        Draft draft = new Draft(
                "m1", oslo, null, Channel.SMS, "x", List.of(), Kind.API, Priority.LOW, null, sendAt, "me", "default");
        return OutgoingMessage.queued(draft, new Timing(due, null, quietHours), Instant.EPOCH, null);
    }
}
