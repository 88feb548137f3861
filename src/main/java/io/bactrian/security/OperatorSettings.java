package io.bactrian.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The account of the people who run the gateway.
 *
 * @param password at least 12 characters, and none that anybody tries first; empty: one is made at the first start
 */
@Validated
@ConfigurationProperties("sms.operator")
record OperatorSettings(
        @DefaultValue("operator") @NotBlank @Pattern(regexp = "[^:]*", message = "must not hold a colon")
                String username,
        @DefaultValue("") String password) {

    private static final int SHORTEST_PASSWORD = 12;
    private static final String REMEDY = "Set OPERATOR_PASSWORD to at least " + SHORTEST_PASSWORD
            + " characters that nobody can guess, or unset it to have a password made.";

    OperatorSettings {
        if (!password.isEmpty() && password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw new UnusableSettingException(
                    "OPERATOR_PASSWORD (sms.operator.password) is shorter than " + SHORTEST_PASSWORD + " characters.",
                    REMEDY);
        }
        if (!password.isEmpty() && (WeakSecrets.isCommon(password) || password.equalsIgnoreCase(username))) {
            throw new UnusableSettingException(
                    "OPERATOR_PASSWORD (sms.operator.password) is one that anybody can guess.", REMEDY);
        }
    }

    @Override
    public String toString() {
        return "OperatorSettings[" + username + "]";
    }
}
