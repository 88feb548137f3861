package io.bactrian.outbound;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one number may get in a while before it looks like a loop.
 *
 * @param answers automatic messages to one number
 * @param sameText messages with one text to one number, whatever they are for
 * @param window the while, beginning with the first of them
 */
@Validated
@ConfigurationProperties("sms.guard")
public record GuardSettings(
        @DefaultValue("5") @Min(1) int answers,
        @DefaultValue("20") @Min(1) int sameText,
        @DefaultValue("10m") @NotNull @DurationMin(seconds = 1) Duration window) {}
