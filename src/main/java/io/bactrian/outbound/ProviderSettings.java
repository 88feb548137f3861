package io.bactrian.outbound;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a provider is left alone, and for how long.
 *
 * @param failures how many calls in a row must come to nothing before the provider is left alone
 * @param pause for how long then; each further time in a row twice as long
 * @param longestPause at the most, unless the provider itself asks for more
 * @param probeAfter how long after a fault of the configuration one message tries again; each further time twice as long
 * @param longestProbeAfter at the most
 */
@Validated
@ConfigurationProperties("sms.provider")
public record ProviderSettings(
        @DefaultValue("10") @Min(1) @Max(1000) int failures,
        @DefaultValue("5s") @NotNull @DurationMin(millis = 1) Duration pause,
        @DefaultValue("60s") @NotNull @DurationMin(millis = 1) Duration longestPause,
        @DefaultValue("1m") @NotNull @DurationMin(millis = 1) Duration probeAfter,
        @DefaultValue("15m") @NotNull @DurationMin(millis = 1) Duration longestProbeAfter) {

    /** @param time the how manieth in a row, from 1 */
    Duration pause(int time) {
        return doubled(pause, time, longestPause);
    }

    /** @param time the how manieth in a row, from 1 */
    Duration probeAfter(int time) {
        return doubled(probeAfter, time, longestProbeAfter);
    }

    private static Duration doubled(Duration first, int time, Duration longest) {
        double grown = first.toMillis() * Math.pow(2, Math.max(0, time - 1));
        return Duration.ofMillis((long) Math.min(grown, Math.max(longest.toMillis(), first.toMillis())));
    }
}
