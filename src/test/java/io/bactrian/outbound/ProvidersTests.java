package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.MovingClock;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a provider is left alone, for how long, and who is tried in its place. */
class ProvidersTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ProviderSettings SETTINGS = new ProviderSettings(
            4, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMinutes(1), Duration.ofMinutes(15));
    private static final ProviderException WRONG_TOKEN =
            new ProviderException(Failure.CONFIGURATION, "20003", "the credentials are refused", null);

    private static final Duration PAUSE = Duration.ofMillis(5001);

    private final MovingClock clock = new MovingClock(NOON);
    private final Providers providers = new Providers(List.of("first", "second"), SETTINGS, clock);

    @Test
    void theFirstOfTheSettingsIsTaken() {
        assertThat(providers.choose()).isEqualTo("first");
        assertThat(providers.enter("first", 64)).isEqualTo(64);
        assertThat(providers.choose()).isEqualTo("first");
    }

    @Test
    void aRunOfFailuresLeavesItAloneAndTheNextIsTaken() {
        fail("first", 3, away(null));
        assertThat(providers.choose()).isEqualTo("first");
        fail("first", 1, unknown());
        assertThat(providers.choose()).isEqualTo("second");
        assertThat(status("first"))
                .returns(ProviderState.OPEN, ProviderStatus::state)
                .returns(NOON.plusSeconds(5), ProviderStatus::nextTryAt);
    }

    @Test
    void whereNoneMayBeCalledNoneIsChosen() {
        fail("first", 4, away(null));
        fail("second", 4, away(null));
        assertThat(providers.choose()).isNull();
        assertThat(new ProvidersHealthIndicator(providers).health().getStatus().getCode())
                .isEqualTo("WAITING");
    }

    @Test
    void anAcceptedOrARefusedMessageEndsTheRun() {
        fail("first", 3, away(null));
        providers.accepted("first");
        fail("first", 3, away(null));
        providers.failed("first", new ProviderException(Failure.REJECTED, "21211", "no number", null));
        fail("first", 3, away(null));
        providers.failed("first", new ProviderException(Failure.NOT_SENT, "21611", "its queue is full", null));
        fail("first", 3, away(null));
        assertThat(providers.choose()).isEqualTo("first");
    }

    @Test
    void whatTheGatewayRefusesByItselfSaysNothingOfTheProvider() {
        fail("first", 10, new ProviderException(Failure.NOT_CALLED, null, "too late", null));
        assertThat(status("first").state()).isEqualTo(ProviderState.CLOSED);
    }

    @Test
    void whatNobodyNamedIsAnUnknownOutcomeAndCounts() {
        for (int i = 0; i < 4; i++) {
            providers.failed("first", new IllegalStateException());
        }
        assertThat(status("first").state()).isEqualTo(ProviderState.OPEN);
    }

    @Test
    void afterThePauseAFewGoAndTheirSuccessOpensTheGate() {
        fail("first", 4, away(null));
        clock.pass(PAUSE);
        assertThat(providers.choose()).isEqualTo("first");
        assertThat(providers.enter("first", 64)).isEqualTo(Availability.TRIALS);
        assertThat(providers.choose()).as("the few are under way").isEqualTo("second");
        succeed(Availability.TRIALS);
        assertThat(status("first").state()).isEqualTo(ProviderState.CLOSED);
        assertThat(providers.enter("first", 64)).isEqualTo(64);
    }

    @Test
    void aTryThatNeverGotToTheProviderIsTriedAgain() {
        fail("first", 4, away(null));
        clock.pass(PAUSE);
        assertThat(providers.enter("first", 64)).isEqualTo(Availability.TRIALS);
        providers.leave("first", Availability.TRIALS);
        assertThat(providers.enter("first", 64)).isEqualTo(Availability.TRIALS);
    }

    @Test
    void eachFurtherPauseIsTwiceAsLong() {
        fail("first", 4, away(null));
        clock.pass(PAUSE);
        providers.enter("first", 64);
        fail("first", Availability.TRIALS, away(null));
        assertThat(status("first").nextTryAt()).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(SETTINGS.pause(9)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void thePauseIsAsLongAsTheProviderAsks() {
        fail("first", 4, away(Duration.ofSeconds(90)));
        clock.pass(Duration.ofSeconds(89));
        assertThat(providers.choose()).isEqualTo("second");
        clock.pass(Duration.ofMillis(1001));
        assertThat(providers.choose()).isEqualTo("first");
    }

    @Test
    void aFaultOfTheConfigurationParksItAtOnceAndSaysWhy() {
        providers.failed("first", WRONG_TOKEN);
        assertThat(providers.choose()).isEqualTo("second");
        assertThat(status("first"))
                .returns(ProviderState.PARKED, ProviderStatus::state)
                .returns("20003", ProviderStatus::code)
                .returns("the credentials are refused", ProviderStatus::reason)
                .returns(NOON, ProviderStatus::since);
        assertThat(new ProvidersHealthIndicator(providers)
                        .health()
                        .getDetails()
                        .get("first")
                        .toString())
                .contains("parked", "20003", "the credentials are refused", NOON.toString());
    }

    @Test
    void oneMessageTriesAParkedOneAfterAPauseThatGrows() {
        providers.failed("first", WRONG_TOKEN);
        providers.failed("first", WRONG_TOKEN);
        clock.pass(Duration.ofMinutes(1));
        assertThat(providers.enter("first", 64)).isEqualTo(1);
        assertThat(providers.enter("first", 64)).isZero();
        providers.failed("first", WRONG_TOKEN);
        providers.leave("first", 1);
        assertThat(status("first").nextTryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(status("first").since()).isEqualTo(NOON);
        assertThat(SETTINGS.probeAfter(9)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void anAcceptedTryUnparks() {
        providers.failed("first", WRONG_TOKEN);
        clock.pass(Duration.ofMinutes(1));
        providers.enter("first", 1);
        providers.accepted("first");
        providers.leave("first", 1);
        assertThat(providers.enter("first", 64)).isEqualTo(64);
    }

    @Test
    void whatWasUnderWayBeforeDoesNotUnpark() {
        providers.enter("first", 2);
        providers.failed("first", WRONG_TOKEN);
        providers.accepted("first");
        assertThat(status("first").state()).isEqualTo(ProviderState.PARKED);
    }

    @Test
    void aTryThatIsRefusedForItsNumberDecidesNothingAndTheNextTries() {
        providers.failed("first", WRONG_TOKEN);
        clock.pass(Duration.ofMinutes(1));
        providers.enter("first", 1);
        providers.failed("first", new ProviderException(Failure.REJECTED, "21211", "no number", null));
        providers.leave("first", 1);
        assertThat(status("first").state()).isEqualTo(ProviderState.PARKED);
        assertThat(providers.enter("first", 64)).isEqualTo(1);
    }

    @Test
    void anOperatorResumes() {
        providers.failed("first", WRONG_TOKEN);
        fail("second", 4, away(null));
        assertThat(providers.resume("first").state()).isEqualTo(ProviderState.CLOSED);
        assertThat(providers.resume("second").state()).isEqualTo(ProviderState.CLOSED);
        assertThat(providers.resume("third")).isNull();
        assertThat(providers.choose()).isEqualTo("first");
    }

    private ProviderStatus status(String name) {
        return providers.list().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void fail(String provider, int times, ProviderException failure) {
        for (int i = 0; i < times; i++) {
            providers.failed(provider, failure);
        }
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            providers.accepted("first");
            providers.leave("first", 1);
        }
    }

    private static ProviderException away(Duration retryAfter) {
        return ProviderException.away("20429", "too many requests", retryAfter);
    }

    private static ProviderException unknown() {
        return new ProviderException(Failure.UNKNOWN, null, "no answer", null);
    }
}
