package io.bactrian.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Slows whoever guesses passwords, by the name that they try and by the address that they come from. After a few
 * failures each further one doubles the wait; while it lasts, nobody even looks at a password. A name that does not
 * exist is treated like any other. The waits for a name are short, since its owner has to wait as well.
 */
@Component
public class LoginAttempts {

    private static final int FREE = 5;
    private static final int DOUBLED_AT_MOST = 12;
    private static final int REMEMBERED = 20_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final Duration LONGEST_FOR_A_NAME = Duration.ofSeconds(30);
    private static final Duration LONGEST_FOR_AN_ADDRESS = Duration.ofMinutes(5);

    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .expireAfterWrite(FORGOTTEN_AFTER)
            .maximumSize(REMEMBERED)
            .build();
    private final Clock clock;

    public LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant until) {}

    /** How long they have to wait before the next try; zero for not at all. */
    public Duration wait(String name, String address) {
        Duration ofName = left(key(name));
        Duration ofAddress = left(address);
        return ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
    }

    public void failed(String name, String address) {
        add(key(name), LONGEST_FOR_A_NAME);
        add(address, LONGEST_FOR_AN_ADDRESS);
    }

    /** The address keeps its failures: one account of one's own would make guessing at the others free. */
    public void succeeded(String name) {
        failures.invalidate(key(name));
    }

    /** No address begins so, and no name makes the memory large. */
    private static String key(String name) {
        return "name " + name.strip().toLowerCase(Locale.ROOT).hashCode();
    }

    private Duration left(String key) {
        Failures known = failures.getIfPresent(key);
        Instant now = clock.instant();
        return known == null || !known.until.isAfter(now) ? Duration.ZERO : Duration.between(now, known.until);
    }

    private void add(String key, Duration longest) {
        failures.asMap().compute(key, (same, known) -> {
            int count = known == null ? 1 : known.count + 1;
            Duration wait =
                    count < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - FREE, DOUBLED_AT_MOST));
            return new Failures(count, clock.instant().plus(wait.compareTo(longest) > 0 ? longest : wait));
        });
    }
}
