package io.bactrian.integration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is kept for the routes that listen.
 *
 * @param maxEntries how many notices may wait for one of them; what comes then it is not told
 * @param keepAbsent how long notices are kept for one whose route is gone, while the gateway runs
 */
@Validated
@ConfigurationProperties("sms.listeners")
public record ListenerSettings(
        @DefaultValue("1000000") @Min(1) @Max(1_000_000_000) int maxEntries,
        @DefaultValue("10m") Duration keepAbsent) {}
