package io.bactrian.security;

import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a placeholder in the place of a secret that another made: nothing would work, and nothing would
 * say why. How strong it is, is the other's affair.
 */
@Component
class SecretsOfOthers {

    private static final Map<String, String> SETTINGS =
            Map.of("twilio.auth-token", "TWILIO_AUTH_TOKEN", "DATABASE_PASSWORD", "DATABASE_PASSWORD");

    /** @throws UnusableSettingException that names the setting */
    SecretsOfOthers(Environment environment) {
        SETTINGS.forEach((setting, variable) -> {
            if (WeakSecrets.isPlaceholder(environment.getProperty(setting, ""))) {
                throw new UnusableSettingException(
                        variable + " is a placeholder, not a secret.", "Set " + variable + " to the real one.");
            }
        });
    }
}
