package io.bactrian.schedule;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * How long a message is worth sending.
 *
 * @param standard of one that does not say, from the time at which it was wanted
 * @param acknowledgment of the answer to somebody who has texted us
 */
@Validated
@ConfigurationProperties("sms.validity")
public record ValiditySettings(
        @Name("default") @DefaultValue("48h") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 30)
                Duration standard,
        @DefaultValue("4h") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 30) Duration acknowledgment) {}
