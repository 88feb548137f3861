package io.bactrian.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Knows a repeated call by its {@code Idempotency-Key}. Neither the key nor the request is kept, only a hash of each; the
 * request's is keyed by the caller's key, which nobody but the caller has.
 */
@Component("idempotency")
public class Idempotency {

    /** Longer than any call takes to be answered. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final IdempotencyKeys keys;
    private final IdempotencySettings settings;
    private final Clock clock;

    Idempotency(IdempotencyKeys keys, IdempotencySettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A call as it is known by its key.
     *
     * @param caller whose key it is: the same one of another caller is another
     * @param operation what is called
     * @param body JSON, in which neither order nor blanks matter; or null
     */
    public IdempotentCall call(String key, String caller, String operation, String body) {
        String owned = caller.length() + ":" + caller + key;
        Instant now = clock.instant();
        return new IdempotentCall(
                hash(owned),
                hash(owned, operation + "\n" + canonical(body)),
                UUID.randomUUID().toString(),
                now,
                now.plus(LEASE),
                now.plus(settings.keep()));
    }

    public Standing begin(IdempotentCall call) {
        return keys.begin(call);
    }

    /** What the call came to; only what would be the same if it were tried again is kept. */
    public void end(IdempotentCall call, KeptAnswer answer) {
        if (answer.status() < SERVER_ERROR && answer.status() != TOO_MANY) {
            keys.keep(call.id(), answer);
        } else {
            keys.release(call.id(), clock.instant());
        }
    }

    /** Forgets the keys whose time is over. */
    public int forget() {
        return keys.forget(clock.instant());
    }

    private static String canonical(String body) {
        try {
            return body == null ? "" : JSON.writeValueAsString(JSON.readValue(body, Object.class));
        } catch (JsonProcessingException e) {
            // Not as the cause: it quotes what it could not read.
            throw new IllegalArgumentException("the body is no JSON");
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
