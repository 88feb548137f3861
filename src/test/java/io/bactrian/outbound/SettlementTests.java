package io.bactrian.outbound;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.delivery.PollSettings;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Settlement settlement = new Settlement(
            new DispatchSettings(64, ofSeconds(60)),
            new RetryPolicy(
                    new RetrySettings(ofSeconds(2), 6, 0, ofHours(4), 6, ofSeconds(60), 2),
                    new PollSettings(ofSeconds(300), ofHours(24)),
                    CLOCK),
            new Instance(),
            CLOCK);

    /** As it is claimed at noon. */
    private final OutgoingMessage silent =
            Claimed.message("m1", 1, settlement.claim().leaseUntil());

    @Test
    void aReceiptThatIsNobodysSettlesIt() {
        assertThat(settle(List.of(taken("SM1", NOON.minusSeconds(90))), List.of())
                        .providerMessageId())
                .isEqualTo("SM1");
    }

    @Test
    void itsOwnReceiptComesBeforeOneThatIsNobodys() {
        List<Receipt> candidates = List.of(taken("SM2", NOON.minusSeconds(80)), taken("SM1", NOON.minusSeconds(90)));
        assertThat(settle(candidates, List.of(new KnownReceipt("m1", "SM1"))).providerMessageId())
                .isEqualTo("SM1");
    }

    @Test
    void anothersReceiptDoesNotSettleIt() {
        assertThat(settle(List.of(taken("SM1", NOON.minusSeconds(90))), List.of(new KnownReceipt("m2", "SM1")))
                        .result())
                .isEqualTo(AttemptResult.UNKNOWN);
    }

    @Test
    void whatWasTakenAfterItsCallWasOverIsALaterOnes() {
        assertThat(settle(List.of(taken("SM1", NOON.plusSeconds(1))), List.of()).result())
                .isEqualTo(AttemptResult.UNKNOWN);
    }

    @Test
    void aProviderThatDoesNotAnswerIsAskedAgainAndThatDoesNotCount() {
        AttemptOutcome outcome = settlement.settle(silent, null, List.of(), "twilio", true);
        assertThat(outcome.awaitsDecision()).isFalse();
        assertThat(outcome.asked()).isEqualTo(silent.asked());
        assertThat(outcome.leaseUntil()).isEqualTo(NOON.plusSeconds(60));
    }

    private AttemptOutcome settle(List<Receipt> candidates, List<KnownReceipt> known) {
        return settlement.settle(silent, candidates, known, "twilio", false);
    }

    private static Receipt taken(String sid, Instant at) {
        return new Receipt("twilio", sid, 1, at);
    }
}
