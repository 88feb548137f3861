package io.bactrian.security;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a caller's token is checked. With neither set, no token is accepted.
 *
 * @param secret for HS256, at least 32 bytes
 * @param jwksUrl where the public keys of the issuer are
 */
@ConfigurationProperties("sms.jwt")
record JwtSettings(@DefaultValue("") String secret, @DefaultValue("") String jwksUrl) {

    /** As long as the hash, or it is easier to guess than to break (RFC 7518, 3.2). */
    private static final int SHORTEST_SECRET = 32;

    JwtSettings {
        if (!secret.isEmpty() && secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
            throw new UnusableJwtSettingsException(
                    "SMS_JWT_SECRET (sms.jwt.secret) is shorter than 32 bytes.",
                    "Set SMS_JWT_SECRET to at least 32 random bytes, for instance the output of: openssl rand -base64 48");
        }
        if (!secret.isEmpty() && !jwksUrl.isEmpty()) {
            throw new UnusableJwtSettingsException(
                    "SMS_JWT_SECRET and SMS_JWKS_URL are both set, and only one of them can say which tokens are good.",
                    "Unset one of SMS_JWT_SECRET and SMS_JWKS_URL.");
        }
    }

    @Override
    public String toString() {
        return "JwtSettings[secret " + (secret.isEmpty() ? "not set" : "set") + ", jwksUrl " + jwksUrl + "]";
    }
}
