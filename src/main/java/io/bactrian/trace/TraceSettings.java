package io.bactrian.trace;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is known why a message went where it went.
 *
 * @param enabled whether routes are watched at all; where not, nothing of it is in their way
 * @param keep how long the decisions of routes are kept
 */
@Validated
@ConfigurationProperties("sms.trace")
public record TraceSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue("7d") @NotNull @DurationMin(minutes = 1) Duration keep) {}
