package io.bactrian.security;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a caller's token is checked. With neither set, no token is accepted.
 *
 * @param secret for HS256, at least 32 bytes
 * @param jwksUrl where the public keys of the issuer are
 * @param issuer the {@code iss} that a token must have; needed with keys, which also sign tokens for other programs
 * @param audience the {@code aud} that a token must have; needed with keys, for the same reason
 */
@ConfigurationProperties("sms.jwt")
record JwtSettings(
        @DefaultValue("") String secret,
        @DefaultValue("") String jwksUrl,
        @DefaultValue("") String issuer,
        @DefaultValue("") String audience) {

    /** As long as the hash, or it is easier to guess than to break (RFC 7518, 3.2). */
    private static final int SHORTEST_SECRET = 32;

    JwtSettings {
        if (!secret.isEmpty() && secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
            throw new UnusableSettingException(
                    "SMS_JWT_SECRET (sms.jwt.secret) is shorter than 32 bytes.",
                    "Set SMS_JWT_SECRET to at least 32 random bytes, for instance the output of: openssl rand -base64 48");
        }
        if (!secret.isEmpty() && WeakSecrets.isCommon(secret)) {
            throw new UnusableSettingException(
                    "SMS_JWT_SECRET (sms.jwt.secret) is one that anybody can guess.",
                    "Set SMS_JWT_SECRET to at least 32 random bytes, for instance the output of: openssl rand -base64 48");
        }
        if (!jwksUrl.isEmpty() && (issuer.isEmpty() || audience.isEmpty())) {
            throw new UnusableSettingException(
                    "SMS_JWKS_URL is set without SMS_JWT_ISSUER and SMS_JWT_AUDIENCE, so that a token which the same keys"
                            + " signed for another program would be good here.",
                    "Set SMS_JWT_ISSUER and SMS_JWT_AUDIENCE to the iss and aud of the tokens that are meant for this one.");
        }
        if (!secret.isEmpty() && !jwksUrl.isEmpty()) {
            throw new UnusableSettingException(
                    "SMS_JWT_SECRET and SMS_JWKS_URL are both set, and only one of them can say which tokens are good.",
                    "Unset one of SMS_JWT_SECRET and SMS_JWKS_URL.");
        }
    }

    @Override
    public String toString() {
        return "JwtSettings[secret " + (secret.isEmpty() ? "not set" : "set") + ", jwksUrl " + jwksUrl + "]";
    }
}
