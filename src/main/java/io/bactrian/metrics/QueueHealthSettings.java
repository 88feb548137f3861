package io.bactrian.metrics;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param oldestDue for how long a message may have been due until health says that the queue is late */
@Validated
@ConfigurationProperties("sms.health")
public record QueueHealthSettings(@DefaultValue("5m") @NotNull @DurationMin(seconds = 1) Duration oldestDue) {}
