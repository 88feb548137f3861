package io.bactrian.spool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much may wait on disk while the store is away. Beyond either, webhooks are answered 503.
 *
 * @param maxEntries how many records
 * @param maxSize how large all files may be together
 */
@Validated
@ConfigurationProperties("sms.spool")
public record SpoolSettings(
        @DefaultValue("2000000") @Min(1) @Max(1_000_000_000) int maxEntries, @DefaultValue("2GB") DataSize maxSize) {}
