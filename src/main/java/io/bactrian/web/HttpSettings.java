package io.bactrian.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What requests may take of this process.
 *
 * @param memory what all requests that are being served may take of the heap together; null for an eighth of it
 * @param bodyTime how long a body may take to arrive
 */
@Validated
@ConfigurationProperties("sms.http")
public record HttpSettings(
        DataSize memory, @DefaultValue("10s") @NotNull @DurationMin(millis = 100) Duration bodyTime) {

    long memoryBytes() {
        return memory == null ? Runtime.getRuntime().maxMemory() / 8 : memory.toBytes();
    }
}
