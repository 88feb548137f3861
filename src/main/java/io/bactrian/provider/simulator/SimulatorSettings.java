package io.bactrian.provider.simulator;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the simulator behaves.
 *
 * @param step how long a message stays in each status, and the first pause before a callback is tried again
 * @param acknowledgmentWait how long a played text waits for what the gateway sends back
 * @param keep how many messages are remembered; the oldest are forgotten first
 */
@Validated
@ConfigurationProperties("sms.simulator")
record SimulatorSettings(
        @NotNull @DurationMin(millis = 1) @DefaultValue("200ms") Duration step,
        @NotNull @DurationMin @DefaultValue("5s") Duration acknowledgmentWait,
        @Min(1) @DefaultValue("100000") int keep) {}
