package io.bactrian.outbound;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the outbox is drained.
 *
 * @param inFlight how many messages may be with the provider at one time
 * @param lease how long a claimed message is this instance's alone; longer than any call to a provider can take
 */
@Validated
@ConfigurationProperties("sms.dispatch")
public record DispatchSettings(
        @DefaultValue("64") @Min(1) @Max(1000) int inFlight, @DefaultValue("60s") Duration lease) {}
