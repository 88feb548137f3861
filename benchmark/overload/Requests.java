import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as Twilio and a program write them, whole, headers and all. */
final class Requests {

    private static final String PATH = "/webhooks/twilio/incoming";
    private static final String PUBLIC_URL = System.getenv("SMS_PUBLIC_URL");
    private static final String TOKEN = System.getenv("TWILIO_AUTH_TOKEN");
    private static final String JWT = jwt(System.getenv("SMS_JWT_SECRET"));
    private static final String LARGE = "x".repeat(1024 * 1024 - 200);

    private Requests() {}

    /** A text of somebody whom nobody knows; each connection is a person of its own. */
    static byte[] webhook(String sid, int person) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "MessageSid", sid,
                "AccountSid", "AC" + "0".repeat(32),
                "From", "+1500556" + (1000 + person % 9000),
                "To", "+15005550006",
                "Body", "hello",
                "NumMedia", "0"));
        StringBuilder body = new StringBuilder();
        StringBuilder signed = new StringBuilder(PUBLIC_URL + PATH);
        form.forEach((name, value) -> {
            body.append(body.length() == 0 ? "" : "&").append(name).append('=');
            body.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            signed.append(name).append(value);
        });
        return request(PATH, "application/x-www-form-urlencoded",
                "X-Twilio-Signature: " + Base64.getEncoder().encodeToString(mac("HmacSHA1", TOKEN, signed.toString())),
                body.toString());
    }

    /** A text that is as long as a body may be, and so refused, once it has been read. */
    static byte[] large(String id) {
        return request("/api/sms/send", "application/json", "Authorization: Bearer " + JWT,
                "{\"to\": \"+15005550123\", \"body\": \"" + id + LARGE + "\"}");
    }

    static int headerLength(byte[] request) {
        return new String(request, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    }

    private static byte[] request(String path, String type, String header, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n" + header
                + "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + bytes.length);
        request.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        request.writeBytes(bytes);
        return request.toByteArray();
    }

    private static String jwt(String secret) {
        long end = System.currentTimeMillis() / 1000 + 3600;
        String head = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
        String body = base64(("{\"sub\":\"overload\",\"scope\":\"sms:send\",\"exp\":" + end + "}")
                .getBytes(StandardCharsets.UTF_8));
        return head + "." + body + "." + base64(mac("HmacSHA256", secret, head + "." + body));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
