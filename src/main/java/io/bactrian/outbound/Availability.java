package io.bactrian.outbound;

import static io.github.resilience4j.circuitbreaker.CircuitBreaker.State.CLOSED;
import static io.github.resilience4j.circuitbreaker.CircuitBreaker.State.HALF_OPEN;
import static io.github.resilience4j.circuitbreaker.CircuitBreaker.State.OPEN;

import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.ProviderException.Reach;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How many messages one provider may be given now. A run of failures opens its circuit breaker for a while; a fault of
 * the configuration parks it, until a message that tries is accepted or an operator says so.
 */
final class Availability {

    /** How many messages see whether the provider is well again. */
    static final int TRIALS = 3;

    private final String name;
    private final ProviderSettings settings;
    private final Clock clock;
    private final CircuitBreaker breaker;

    private int underWay;
    private Parking parking;
    private boolean probing;
    private Instant since;
    private Instant openUntil;
    private ProviderException lastFailure;

    Availability(String name, ProviderSettings settings, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        this.since = clock.instant();
        this.breaker = CircuitBreaker.of(name, configuration());
        breaker.getEventPublisher().onStateTransition(event -> {
            since = clock.instant();
            ProviderAlarm.moved(name, event.getStateTransition().getToState(), lastFailure, openUntil);
        });
    }

    private CircuitBreakerConfig configuration() {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(settings.failures())
                .minimumNumberOfCalls(settings.failures())
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .waitIntervalFunctionInOpenState(this::pause)
                .build();
    }

    /** In milliseconds; no shorter than the provider asked for. */
    private long pause(int time) {
        Duration asked = lastFailure == null ? null : lastFailure.retryAfter();
        Duration pause = settings.pause(time);
        Duration longer = asked != null && asked.compareTo(pause) > 0 ? asked : pause;
        openUntil = clock.instant().plus(longer);
        return longer.toMillis();
    }

    /** How many more messages may be given to it now. */
    synchronized int room() {
        CircuitBreaker.State state = state();
        if (state == OPEN) {
            return 0;
        }
        if (parking != null) {
            return underWay == 0 && parking.mayTry(clock.instant()) ? 1 : 0;
        }
        return state == CLOSED
                ? Integer.MAX_VALUE
                : Math.max(0, TRIALS - underWay - breaker.getMetrics().getNumberOfBufferedCalls());
    }

    /** A breaker whose time is over is half-open from the moment that somebody asks it for a permission. */
    private CircuitBreaker.State state() {
        if (breaker.getState() == OPEN && breaker.tryAcquirePermission()) {
            breaker.releasePermission();
        }
        return breaker.getState();
    }

    synchronized void enter(int messages) {
        underWay += messages;
        probing |= parking != null && messages > 0;
    }

    synchronized void leave(int messages) {
        underWay -= messages;
    }

    synchronized void accepted() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        if (parking != null && probing) {
            unpark("a message has been accepted");
        }
    }

    synchronized void failed(ProviderException failure) {
        if (failure.reach() == Reach.MESSAGE) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS); // it is at work
        } else if (failure.reach() == Reach.PROVIDER) {
            befell(failure);
        }
    }

    private void befell(ProviderException failure) {
        Instant now = clock.instant();
        if (failure.failure() != Failure.CONFIGURATION) {
            lastFailure = failure;
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        } else if (parking == null) {
            parking = Parking.of(failure, settings, now);
            ProviderAlarm.parked(name, parking);
        }
        if (parking != null && probing) {
            parking = parking.triedInVain(failure, settings, now);
            probing = false;
        }
    }

    /** Everything may be given to it again, whatever was before. */
    synchronized void resume() {
        if (parking != null) {
            unpark("an operator said so");
        }
        breaker.reset();
        since = clock.instant();
    }

    private void unpark(String reason) {
        parking = null;
        probing = false;
        since = clock.instant();
        ProviderAlarm.resumed(name, reason);
    }

    synchronized boolean parked() {
        return parking != null;
    }

    synchronized ProviderStatus status() {
        if (parking != null) {
            return new ProviderStatus(
                    name,
                    ProviderState.PARKED,
                    parking.since(),
                    parking.code(),
                    parking.reason(),
                    parking.nextTryAt(),
                    underWay);
        }
        CircuitBreaker.State state = state();
        if (state == CLOSED) {
            return new ProviderStatus(name, ProviderState.CLOSED, since, null, null, null, underWay);
        }
        return new ProviderStatus(
                name,
                state == HALF_OPEN ? ProviderState.HALF_OPEN : ProviderState.OPEN,
                since,
                lastFailure == null ? null : lastFailure.code(),
                lastFailure == null ? null : lastFailure.getMessage(),
                openUntil,
                underWay);
    }
}
