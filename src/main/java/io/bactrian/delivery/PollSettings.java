package io.bactrian.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a provider is asked about messages that it took and never reported on.
 *
 * @param after how long after a message was sent it is asked first; each further wait is as long as all before
 * @param giveUpAfter how long after a message was sent it is asked no more
 */
@Validated
@ConfigurationProperties("sms.poll")
public record PollSettings(
        @DefaultValue("5m") @NotNull @DurationMin(millis = 1) Duration after,
        @DefaultValue("24h") @NotNull @DurationMin(millis = 1) Duration giveUpAfter) {}
