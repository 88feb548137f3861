package io.bactrian.provider.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Twilio-Signature}: base64 of HMAC-SHA1, keyed with the auth token, over the URL and the sorted form fields
 * (https://www.twilio.com/docs/usage/security). Our own, because the SDK's validator knows no repeated fields and
 * re-encodes the query of a URL with a port. Safe for many threads at once.
 */
public final class TwilioSignature {

    private static final String ALGORITHM = "HmacSHA1";
    private static final String BODY_HASH = "bodySHA256=";

    /** Keyed and never fed: each signature takes a copy, which is cheaper than keying a new one. */
    private final List<Mac> keys;

    public TwilioSignature(List<String> authTokens) {
        this.keys = authTokens.stream().map(TwilioSignature::keyed).toList();
    }

    /**
     * What Twilio would put on a form that it posts.
     *
     * @param url where it posts to; fragment and credentials take no part
     * @param params the form, decoded
     */
    public static String sign(String url, Map<String, String> params, String authToken) {
        SortedMap<String, List<String>> fields = new TreeMap<>();
        params.forEach((name, value) -> fields.put(name, List.of(value)));
        byte[] tail = concatenated(fields).getBytes(StandardCharsets.UTF_8);
        return new String(signature(keyed(authToken), SignedUrl.canonical(url), tail), StandardCharsets.ISO_8859_1);
    }

    /** Whether one of our tokens signed this form; for a GET the form is empty, its fields are in the URL. */
    boolean signsForm(String url, FormBody form, String signature) {
        return signs(url, concatenated(form.fields()).getBytes(StandardCharsets.UTF_8), signature);
    }

    /** Any body that is no form: the URL is signed and carries the hash of the body; without a hash, refused. */
    boolean signsBody(String url, byte[] body, String signature) {
        String claimed = bodyHash(url);
        byte[] actual = HexFormat.of().formatHex(sha256(body)).getBytes(StandardCharsets.ISO_8859_1);
        boolean sameBody =
                claimed != null && MessageDigest.isEqual(actual, claimed.getBytes(StandardCharsets.ISO_8859_1));
        return signs(url, new byte[0], signature) & sameBody;
    }

    /** Looks at every candidate, whatever the first ones say, so that the time tells nothing. */
    private boolean signs(String url, byte[] tail, String signature) {
        byte[] given = signature == null ? new byte[0] : signature.getBytes(StandardCharsets.ISO_8859_1);
        boolean matches = false;
        for (String candidate : SignedUrl.candidates(url)) {
            for (Mac key : keys) {
                matches |= MessageDigest.isEqual(signature(key, candidate, tail), given);
            }
        }
        return matches;
    }

    /** Name and value one after the other; the values of a repeated name are a sorted set. */
    private static String concatenated(SortedMap<String, List<String>> fields) {
        StringBuilder text = new StringBuilder(512);
        fields.forEach((name, values) -> (values.size() == 1 ? values : new TreeSet<>(values))
                .forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    private static byte[] signature(Mac key, String url, byte[] tail) {
        try {
            Mac mac = (Mac) key.clone();
            mac.update(url.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(tail));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bodyHash(String url) {
        int query = url.indexOf('?');
        for (String part : query < 0 ? new String[0] : url.substring(query + 1).split("[&#]")) {
            if (part.startsWith(BODY_HASH)) {
                return part.substring(BODY_HASH.length());
            }
        }
        return null;
    }

    private static Mac keyed(String authToken) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
