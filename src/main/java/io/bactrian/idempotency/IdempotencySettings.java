package io.bactrian.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How repeats are known.
 *
 * @param keep how long a key is remembered after its first call
 */
@Validated
@ConfigurationProperties("sms.idempotency")
public record IdempotencySettings(@DefaultValue("24h") @NotNull @DurationMin(minutes = 2) Duration keep) {}
