package io.bactrian.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which times may be asked for.
 *
 * @param ahead how far ahead at the most
 * @param late how long ago at the most; such a message is sent at once
 */
@Validated
@ConfigurationProperties("sms.schedule")
public record ScheduleSettings(
        @DefaultValue("731d") @NotNull @DurationMin(seconds = 0) @DurationMax(days = 3660) Duration ahead,
        @DefaultValue("24h") @NotNull @DurationMin(seconds = 0) @DurationMax(days = 3660) Duration late) {}
