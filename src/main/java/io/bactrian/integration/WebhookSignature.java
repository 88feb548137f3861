package io.bactrian.integration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Signs what a route posts to another system, as the Standard Webhooks specification
 * (standardwebhooks.com) says, so that libraries for the other side are there.
 */
@Component("webhookSignature")
public class WebhookSignature {

    private static final String PREFIX = "whsec_";

    private final Environment settings;
    private final Clock clock;

    WebhookSignature(Environment settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** For the header {@code webhook-timestamp}: seconds since 1970. */
    public String timestamp() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    /**
     * For the header {@code webhook-signature}.
     *
     * @param id what {@code webhook-id} says
     * @param timestamp what {@code webhook-timestamp} says
     * @param setting the setting that holds the secret, in Base64, with or without {@code whsec_} before it
     * @throws IllegalStateException where that setting is missing
     * @throws IllegalArgumentException where it is not Base64
     */
    public String sign(String id, String timestamp, String body, String setting) {
        String signed = id + "." + timestamp + "." + body;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(setting), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] secret(String setting) {
        String secret = settings.getRequiredProperty(setting);
        try {
            return Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        } catch (IllegalArgumentException e) {
            // Not as the cause: it quotes a piece of the secret.
            throw new IllegalArgumentException("the setting " + setting + " is not Base64");
        }
    }
}
