package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageIdsTests {

    private final Clock now = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @Test
    void areNeverTheSame() {
        MessageIds ids = new MessageIds(now);
        assertThat(Stream.generate(ids::next).limit(10_000).collect(Collectors.toSet()))
                .hasSize(10_000);
    }

    @Test
    void sortByTime() {
        String earlier = new MessageIds(now).next();
        String later = new MessageIds(Clock.offset(now, Duration.ofMillis(1))).next();
        assertThat(earlier).isLessThan(later);
    }

    @Test
    void areUuidsOfVersionSeven() {
        UUID uuid = UUID.fromString(new MessageIds(now).next().substring("msg-".length()));
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(now.millis());
    }
}
