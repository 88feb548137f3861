package io.bactrian.telemetry;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Each part is there only where its address is set.
 *
 * @param tracesUrl where spans go by OTLP over HTTP; empty: no tracing
 * @param tracesShare of how many traces, from 0 to 1
 * @param sentryDsn where errors go; empty: nowhere
 */
@Validated
@ConfigurationProperties("sms.telemetry")
public record TelemetrySettings(
        @DefaultValue("") @NotNull String tracesUrl,
        @DefaultValue("1") @DecimalMin("0") @DecimalMax("1") double tracesShare,
        @DefaultValue("") @NotNull String sentryDsn) {}
