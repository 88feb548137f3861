package io.bactrian.outbound;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How temporary refusals are tried again, and how what became of a silent attempt is found out.
 *
 * @param initialDelay before the second attempt
 * @param multiplier by which each further delay grows
 * @param jitter the share of a delay by which it may be longer or shorter, 0 to 1
 * @param maxDelay the longest delay
 * @param maxAttempts how many temporary refusals a message bears: at the last one it is failed
 * @param settleAfter how long after an attempt of unknown outcome the provider is asked about it, and asked again;
 *     longer than its lists lag behind what it accepts
 * @param settleAsks how often it has to say that it knows nothing before the message is sent again
 */
@Validated
@ConfigurationProperties("sms.retry")
public record RetrySettings(
        @DefaultValue("2s") Duration initialDelay,
        @DefaultValue("6") @DecimalMin("1.0") double multiplier,
        @DefaultValue("0.2") @DecimalMin("0.0") @DecimalMax("1.0") double jitter,
        @DefaultValue("4h") Duration maxDelay,
        @DefaultValue("6") @Min(1) int maxAttempts,
        @DefaultValue("60s") Duration settleAfter,
        @DefaultValue("2") @Min(1) int settleAsks) {}
