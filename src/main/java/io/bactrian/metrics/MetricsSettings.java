package io.bactrian.metrics;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param sample how often the store is asked how much waits */
@Validated
@ConfigurationProperties("sms.metrics")
public record MetricsSettings(@DefaultValue("15s") @NotNull @DurationMin(millis = 100) Duration sample) {}
