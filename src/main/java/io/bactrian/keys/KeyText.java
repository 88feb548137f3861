package io.bactrian.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The key itself: {@code bct_} and 256 random bits in hexadecimal. The prefix lets people, and programs that look for
 * lost secrets, recognise one.
 *
 * <p>It is kept as its plain SHA-256. A slow or a salted hash is for what people choose, which can be guessed; nobody
 * guesses 256 random bits, whatever the hash. And no secret goes into the hash, so that every instance recognises a key
 * with nothing but the store.
 */
final class KeyText {

    private static final String PREFIX = "bct_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{" + 2 * BYTES + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    static String make() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return PREFIX + HexFormat.of().formatHex(bits);
    }

    /** Whether it is worth a look into the store. */
    static boolean canBeOne(String text) {
        return FORM.matcher(text).matches();
    }

    static String hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
