package io.bactrian.integration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What routes of integrators are given. The first three are how their error policy tries again.
 *
 * @param retries how often a step that fails is tried again before its work is a dead letter
 * @param firstDelay before the first of them; each further one is five times as long
 * @param longestDelay but never longer
 * @param maxWaiting how many notices may wait for one route that listens; what comes then it is not told
 * @param keepAbsent how long notices are kept for one that is gone, while the gateway runs
 */
@Validated
@ConfigurationProperties("sms.integration")
public record IntegrationSettings(
        @DefaultValue("6") @Min(0) @Max(100) int retries,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration firstDelay,
        @DefaultValue("5m") @DurationMin(millis = 1) Duration longestDelay,
        @DefaultValue("1000000") @Min(1) @Max(1_000_000_000) int maxWaiting,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration keepAbsent) {}
