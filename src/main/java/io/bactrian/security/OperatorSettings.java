package io.bactrian.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The account of the people who run the gateway.
 *
 * @param password empty: one is made at the first start
 */
@Validated
@ConfigurationProperties("sms.operator")
record OperatorSettings(
        @DefaultValue("operator") @NotBlank @Pattern(regexp = "[^:]*", message = "must not hold a colon")
                String username,
        @DefaultValue("") String password) {

    @Override
    public String toString() {
        return "OperatorSettings[" + username + "]";
    }
}
