package io.bactrian.edits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How routes are changed while the gateway runs.
 *
 * @param watch whether the routes folder is watched; otherwise a change waits for the next start
 * @param keep how many good versions of each file are kept
 */
@Validated
@ConfigurationProperties("sms.edits")
public record EditSettings(@DefaultValue("true") boolean watch, @DefaultValue("20") @Min(1) @Max(1000) int keep) {}
