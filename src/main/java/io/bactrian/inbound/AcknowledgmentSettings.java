package io.bactrian.inbound;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param text what a registered sender is answered */
@Validated
@ConfigurationProperties("sms.acknowledgment")
public record AcknowledgmentSettings(
        @DefaultValue("Your number is recognized. Thank you for your message.") @NotBlank String text) {}
