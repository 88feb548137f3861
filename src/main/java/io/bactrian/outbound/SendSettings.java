package io.bactrian.outbound;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a call to send waits for the provider.
 *
 * @param patience at the most
 * @param waiting how many calls may wait at one time; each holds a thread, and whoever comes on top is told that the
 *     message is queued
 */
@Validated
@ConfigurationProperties("sms.send")
public record SendSettings(
        @DefaultValue("5s") @NotNull @DurationMin(millis = 0) @DurationMax(seconds = 25) Duration patience,
        @DefaultValue("100") @Min(0) @Max(10_000) int waiting) {}
