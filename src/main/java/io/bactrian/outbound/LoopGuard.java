package io.bactrian.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends loops: two gateways that acknowledge each other, or a program that sends the same text to the same number again
 * and again. It counts in this instance only, and forgets the number that is longest ago before it takes more memory.
 */
@Component("loopGuard")
public class LoopGuard {

    private static final Logger log = LoggerFactory.getLogger(LoopGuard.class);
    private static final int NUMBERS = 100_000;
    private static final Set<Kind> AUTOMATIC = Set.of(Kind.ACKNOWLEDGMENT, Kind.AUTO_REPLY);

    private final GuardSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final KeyedHash hash = new KeyedHash();
    private final Cache<String, Window> windows;

    public LoopGuard(GuardSettings settings, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.windows = Caffeine.newBuilder()
                .maximumSize(NUMBERS)
                .expireAfterWrite(settings.window())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Whether an automatic answer may be queued.
     *
     * @param again whether it is the answer to a message that has come before: it is not counted twice
     */
    public boolean allowAnswer(OutgoingMessage answer, Boolean again) {
        boolean counted = Boolean.TRUE.equals(again);
        Duration wait = counted ? look(answer) : wait(answer);
        if (wait != null) {
            log.warn(
                    "{} is not queued: its recipient has had {} automatic messages, or {} with this text, within {}",
                    answer.id(),
                    settings.answers(),
                    settings.sameText(),
                    settings.window());
        }
        return wait == null;
    }

    /** Counts a message; how long it would have to wait where it is one too many, else null. */
    public Duration wait(OutgoingMessage message) {
        Instant now = clock.instant();
        Duration answers = isAutomatic(message) ? count("answers", number(message), settings.answers(), now) : null;
        return answers != null ? answers : count("same-text", text(message), settings.sameText(), now);
    }

    private Duration look(OutgoingMessage message) {
        Instant now = clock.instant();
        Duration answers = isAutomatic(message) ? left(number(message), settings.answers(), now) : null;
        return answers != null ? answers : left(text(message), settings.sameText(), now);
    }

    private Duration left(String key, int most, Instant now) {
        Window window = windows.getIfPresent(key);
        return window != null && window.count() > most ? window.left(now, settings.window()) : null;
    }

    private Duration count(String reason, String key, int most, Instant now) {
        Window window = windows.asMap()
                .compute(
                        key,
                        (same, known) -> known == null || known.isOver(now, settings.window())
                                ? new Window(now, 1)
                                : known.counted(most));
        if (window.count() <= most) {
            return null;
        }
        Counter.builder("sms.guard.held")
                .description("Messages that were not queued because they looked like a loop")
                .tag("reason", reason)
                .register(meters)
                .increment();
        return window.left(now, settings.window());
    }

    private static boolean isAutomatic(OutgoingMessage message) {
        return AUTOMATIC.contains(message.kind());
    }

    private String number(OutgoingMessage message) {
        return hash.of("answers", message.phoneNumber().value());
    }

    private String text(OutgoingMessage message) {
        return hash.of(
                "same-text",
                message.phoneNumber().value(),
                message.messageContent(),
                message.mediaUrl().toString());
    }

    /** @param count never more than one above the limit */
    private record Window(Instant start, int count) {

        Window counted(int most) {
            return new Window(start, Math.min(count, most) + 1);
        }

        boolean isOver(Instant now, Duration length) {
            return !now.isBefore(start.plus(length));
        }

        Duration left(Instant now, Duration length) {
            return Duration.between(now, start.plus(length));
        }
    }
}
