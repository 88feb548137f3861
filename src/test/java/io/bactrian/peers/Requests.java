package io.bactrian.peers;

import io.bactrian.provider.twilio.TwilioSignature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the requests, each with an id of its own. */
final class Requests {

    static final String TOKEN = "a-token-of-a-benchmark";
    static final String JWT_SECRET = "a-secret-of-a-benchmark-of-32-bytes";
    static final String PUBLIC_URL = "https://gateway.example";
    /** Of ten thousand numbers, so many are registered. */
    static final int REGISTERED = 7_900;

    static final int NUMBERS = 10_000;

    private static final String WEBHOOK = "/webhooks/twilio/incoming";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String BEARER = "Authorization: Bearer " + jwt() + "\r\n";

    private Requests() {}

    static String number(int of) {
        return "+1500555%04d".formatted(of);
    }

    /** A text of somebody whom nobody knows. */
    static Request unknown() {
        int count = COUNT.incrementAndGet();
        return webhook(count, number(REGISTERED + count % (NUMBERS - REGISTERED)));
    }

    /** A text of anybody; 79 of 100 are registered. */
    static Request mixed() {
        int count = COUNT.incrementAndGet();
        return webhook(count, number(count % NUMBERS));
    }

    static boolean isFromRegistered(Request request) {
        return Integer.parseInt(request.id().substring(2), 16) % NUMBERS < REGISTERED;
    }

    private static Request webhook(int count, String from) {
        String sid = "SM%032x".formatted(count);
        Map<String, String> form = new TreeMap<>(Map.of(
                "MessageSid", sid,
                "SmsSid", sid,
                "AccountSid", "AC00000000000000000000000000000000",
                "From", from,
                "To", "+15005550006",
                "Body", "When do you open tomorrow? I would come by at " + count,
                "NumMedia", "0",
                "NumSegments", "1",
                "ApiVersion", "2010-04-01"));
        String signature = TwilioSignature.sign(PUBLIC_URL + WEBHOOK, form, TOKEN);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String headers = "X-Twilio-Signature: " + signature
                + "\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\nI-Twilio-Idempotency-Token: " + sid + "\r\n";
        return Request.post(sid, WEBHOOK, "application/x-www-form-urlencoded; charset=UTF-8", headers, body);
    }

    /** One text, whose caller waits until the provider has it. */
    static Request send() {
        int count = COUNT.incrementAndGet();
        String body = "{\"to\": \"%s\", \"body\": \"Your table is ready, number %d\"}"
                .formatted(number(count % NUMBERS), count);
        return Request.post("send-" + count, "/api/sms/send", "application/json", BEARER + "Prefer: wait=20\r\n", body);
    }

    /**
     * A thousand texts in one call.
     *
     * @param sendAt as the API takes it, or null for at once
     */
    static Request bulk(String sendAt) {
        int count = COUNT.addAndGet(1000);
        String rows = IntStream.range(count - 1000, count)
                .mapToObj(row -> "{\"to\": \"%s\", \"body\": \"The lift is out of order, %d\"}"
                        .formatted(number(row % NUMBERS), row))
                .collect(Collectors.joining(", "));
        String when = sendAt == null ? "" : ", \"sendAt\": \"" + sendAt + "\"";
        String body = "{\"messages\": [" + rows + "], \"quietHours\": false" + when + "}";
        return Request.post("bulk-" + count, "/api/sms/bulk", "application/json", BEARER, body);
    }

    private static String jwt() {
        String head = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String claims = encoded("{\"sub\":\"benchmark\",\"scope\":\"sms:send sms:read users:write users:read\","
                + "\"tenant\":\"default\",\"exp\":4102444800}");
        return head + "." + claims + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(head + "." + claims));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(JWT_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
