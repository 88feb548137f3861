package io.bactrian.outbound;

import static io.bactrian.domain.ProviderException.Failure.CONFIGURATION;
import static io.bactrian.domain.ProviderException.Failure.NOT_CALLED;
import static io.bactrian.domain.ProviderException.Failure.NOT_SENT;
import static io.bactrian.domain.ProviderException.Failure.REJECTED;
import static io.bactrian.domain.ProviderException.Failure.UNKNOWN;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.delivery.PollSettings;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.Receipt;
import io.bactrian.schedule.Hours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final RetrySettings SETTINGS =
            new RetrySettings(ofSeconds(2), 6, 0.5, ofHours(4), 6, ofSeconds(60), 2);
    private static final PollSettings POLLING = new PollSettings(ofSeconds(300), ofHours(24));

    private final RetryPolicy policy = policyWithRandom(0.5);

    private static RetryPolicy policyWithRandom(double random) {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new RetryPolicy(SETTINGS, POLLING, Hours.standard(clock), clock, () -> random);
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,12", "3,72", "4,432", "5,2592", "6,14400", "60,14400"})
    void theDelayGrowsToItsLimit(int attempts, long seconds) {
        assertThat(policy.delay(attempts, null)).isEqualTo(ofSeconds(seconds));
    }

    @Test
    void theJitterSpreadsTheDelayBothWays() {
        assertThat(policyWithRandom(0).delay(1, null)).isEqualTo(ofMillis(1000));
        assertThat(policyWithRandom(1).delay(1, null)).isEqualTo(ofMillis(3000));
    }

    @Test
    void waitsAsLongAsTheProviderAsks() {
        assertThat(policy.delay(1, ofSeconds(30))).isEqualTo(ofSeconds(30));
        assertThat(policy.delay(3, ofSeconds(30))).isEqualTo(ofSeconds(72));
    }

    @Test
    void anAcceptedMessageIsSent() {
        AttemptOutcome outcome = policy.accepted(Claimed.message(1, NOON), new Receipt("twilio", "SM1", 2));
        assertThat(outcome.status()).isEqualTo(MessageStatus.SENT);
        assertThat(outcome.sentAt()).isEqualTo(NOON);
        assertThat(outcome.answeredSid()).isEqualTo("SM0");
        assertThat(outcome.askAt()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void whatWasSurelyNotSentIsQueuedAgain() {
        AttemptOutcome outcome = policy.failed(Claimed.message(1, NOON), failure(NOT_SENT, null), "twilio");
        assertThat(outcome.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(outcome.answeredSid()).isNull();
    }

    @Test
    void onlyRefusalsOfTheProviderWearItOut() {
        AttemptOutcome outcome = policy.failed(Claimed.message(99, 2, 0, NOON), failure(NOT_SENT, null), "twilio");
        assertThat(outcome.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(outcome.refusals()).isEqualTo(3);
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOON.plusSeconds(72));
    }

    @Test
    void aCallThatWasNotMadeIsNoRefusal() {
        AttemptOutcome outcome = policy.failed(Claimed.message(99, 5, 0, NOON), failure(NOT_CALLED, null), "twilio");
        assertThat(outcome.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(outcome.refusals()).isEqualTo(5);
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void whatTheProviderKnowsNothingOfIsAskedForTwiceBeforeItIsSentAgain() {
        AttemptOutcome first = policy.unheardOf(Claimed.message(1, 3, 0, NOON), "twilio");
        assertThat(first.status()).isEqualTo(MessageStatus.SENDING);
        assertThat(first.asked()).isEqualTo(1);
        assertThat(first.leaseUntil()).isEqualTo(NOON.plusSeconds(60));
        AttemptOutcome second = policy.unheardOf(Claimed.message(1, 3, 1, NOON), "twilio");
        assertThat(second.status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(second.result()).isEqualTo(AttemptResult.NOT_SENT);
        assertThat(second.refusals()).isEqualTo(3);
    }

    @Test
    void whereNobodyCanBeAskedAnOperatorDecides() {
        AttemptOutcome outcome = policy.undecided(Claimed.message(1, NOON), "elsewhere");
        assertThat(outcome.status()).isEqualTo(MessageStatus.SENDING);
        assertThat(outcome.awaitsDecision()).isTrue();
        assertThat(policy.decided(Claimed.message(1, NOON), true).status()).isEqualTo(MessageStatus.SENT);
        assertThat(policy.decided(Claimed.message(1, NOON), true).result()).isEqualTo(AttemptResult.ACCEPTED);
        assertThat(policy.decided(Claimed.message(1, NOON), false).status()).isEqualTo(MessageStatus.QUEUED);
        assertThat(policy.decided(Claimed.message(1, NOON), false).nextAttemptAt())
                .isEqualTo(NOON);
    }

    @Test
    void theLastRefusalFails() {
        AttemptOutcome outcome = policy.failed(Claimed.message(6, 5, 0, NOON), failure(NOT_SENT, null), "twilio");
        assertThat(outcome.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(outcome.result()).isEqualTo(AttemptResult.NOT_SENT);
        assertThat(outcome.failedAt()).isEqualTo(NOON);
    }

    @Test
    void aRefusalFailsAtOnce() {
        AttemptOutcome outcome = policy.failed(Claimed.message(1, NOON), failure(REJECTED, null), "twilio");
        assertThat(outcome.status()).isEqualTo(MessageStatus.FAILED);
        assertThat(outcome.errorCode()).isEqualTo("21211");
    }

    @Test
    void aWrongConfigurationNeverFailsAMessage() {
        AttemptOutcome outcome = policy.failed(Claimed.message(99, NOON), failure(CONFIGURATION, null), "twilio");
        assertThat(outcome.status()).isEqualTo(MessageStatus.QUEUED);
    }

    @Test
    void anUnknownOutcomeIsNotSentAgainButSettledLater() {
        AttemptOutcome outcome = policy.failed(Claimed.message(1, NOON), failure(UNKNOWN, null), "twilio");
        assertThat(outcome.status()).isEqualTo(MessageStatus.SENDING);
        assertThat(outcome.nextAttemptAt()).isNull();
        assertThat(outcome.leaseUntil()).isEqualTo(NOON.plusSeconds(60));
        assertThat(outcome.awaitsDecision()).isFalse();
    }

    @Test
    void anErrorOfOurOwnIsUnknownToo() {
        AttemptOutcome outcome =
                policy.failed(Claimed.message(1, NOON), new NullPointerException("+15005550100"), "twilio");
        assertThat(outcome.result()).isEqualTo(AttemptResult.UNKNOWN);
        assertThat(outcome.errorMessage()).isEqualTo("NullPointerException");
    }

    private static ProviderException failure(ProviderException.Failure failure, Duration retryAfter) {
        return new ProviderException(failure, "21211", "reason", retryAfter);
    }
}
