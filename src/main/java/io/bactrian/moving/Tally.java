package io.bactrian.moving;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How many records there are, and a hash of them all that does not depend on their order: the sum of their lines'
 * SHA-256, modulo 2^256.
 */
record Tally(long count, BigInteger sum) {

    static final Tally NOTHING = new Tally(0, BigInteger.ZERO);

    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    Tally and(String line) {
        BigInteger hash = new BigInteger(1, sha256(line));
        return new Tally(count + 1, sum.add(hash).mod(MODULUS));
    }

    /** 64 hexadecimal digits. */
    String hash() {
        return "%064x".formatted(sum);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
