package io.bactrian.outbound;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.delivery.PollSettings;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.Timing;
import io.bactrian.schedule.Hours;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** It is five to nine in the evening in Oslo. */
class ExpiredAttemptTests {

    private static final Instant NOW = Instant.parse("2026-12-01T19:55:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RetryPolicy POLICY = new RetryPolicy(
            new RetrySettings(ofSeconds(2), 6, 0, ofHours(4), 6, ofSeconds(60), 2),
            new PollSettings(ofSeconds(300), ofHours(24)),
            Hours.standard(CLOCK),
            CLOCK);

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"NOT_SENT", "NOT_CALLED", "CONFIGURATION"})
    void whatWasNotSentAndIsNotValidAnyMoreFails(Failure failure) {
        AttemptOutcome outcome = failed(message(NOW, false), failure, null);
        assertThat(outcome.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(outcome.result()).isEqualTo(AttemptResult.NOT_SENT);
        assertThat(outcome.errorCode()).isEqualTo("expired");
        assertThat(outcome.errorMessage()).isEqualTo("it was not sent while it was valid, before that: busy");
        assertThat(outcome.failedAt()).isEqualTo(NOW);
        assertThat(outcome.nextAttemptAt()).isNull();
    }

    @Test
    void whatMayHaveBeenSentNeverFailsForItsTime() {
        AttemptOutcome outcome = failed(message(NOW.minusSeconds(60), false), Failure.UNKNOWN, null);
        assertThat(outcome.status()).isEqualTo(MessageStatus.SENDING);
        assertThat(outcome.errorCode()).isEqualTo("20429");
    }

    @Test
    void whatIsStillValidIsTriedAgainAlsoWhereItsTimeIsOverBefore() {
        AttemptOutcome outcome = failed(message(NOW.plusSeconds(1), false), Failure.NOT_SENT, null);
        assertThat(outcome.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOW.plusSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({"true, 60, 2026-12-01T19:56:00Z", "true, 600, 2026-12-02T07:00:00Z", "false, 600, 2026-12-01T20:05:00Z"
    })
    void aRetryKeepsQuietHours(boolean keepsThem, int wait, String due) {
        assertThat(failed(message(null, keepsThem), Failure.NOT_SENT, wait).nextAttemptAt())
                .isEqualTo(due);
    }

    private static AttemptOutcome failed(OutgoingMessage message, Failure failure, Integer wait) {
        return POLICY.failed(
                message,
                new ProviderException(failure, "20429", "busy", wait == null ? null : ofSeconds(wait)),
                "here");
    }

    private static OutgoingMessage message(Instant validUntil, boolean quietHours) {
        PhoneNumber oslo = new PhoneNumber("+4722334455");
        Draft draft = new Draft(
                "m1", oslo, null, Channel.SMS, "x", List.of(), Kind.API, Priority.LOW, null, null, "me", "default");
        return OutgoingMessage.queued(draft, new Timing(NOW, validUntil, quietHours), NOW, null);
    }
}
