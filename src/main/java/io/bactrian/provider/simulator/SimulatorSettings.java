package io.bactrian.provider.simulator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
 * @param target the public URL of the gateway that played texts are posted to, or empty for the one it runs in
 * @param keep how many messages are remembered; the oldest are forgotten first
 */
@Validated
@ConfigurationProperties("sms.simulator")
record SimulatorSettings(
        @NotNull @DurationMin(millis = 1) @DefaultValue("200ms") Duration step,
        @NotNull @DurationMin @DefaultValue("5s") Duration acknowledgmentWait,
        @NotNull @DefaultValue("") @Pattern(regexp = "(https?://\\S+)?", message = "must be an http or https URL")
                String target,
        @Min(1) @Max(10_000_000) @DefaultValue("100000") int keep) {

    SimulatorSettings {
        target = target == null ? null : target.strip().replaceAll("/+$", "");
    }
}
