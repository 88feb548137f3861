package io.bactrian.fuzz;

import io.bactrian.Gateway;
import io.bactrian.provider.twilio.TwilioSignature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Webhooks, most of them signed, so that what is wrong with them gets as far as the routes. */
final class WebhookDrafts {

    static final String OPERATION = "webhook";

    private final Odd odd;
    private final Target target;
    private int number;

    WebhookDrafts(Odd odd, Target target) {
        this.odd = odd;
        this.target = target;
    }

    Draft next() {
        number++;
        String sid = "SM" + String.format("%032x", number);
        boolean report = odd.oneIn(2);
        Map<String, String> form = report ? report(sid) : Gateway.text(sid, Canary.NUMBER, Canary.TEXT + " hello");
        String path = report
                ? odd.any(List.of("/webhooks/twilio/status/msg-" + number, "/api/real/webhooks/twilio/status"))
                : odd.any(List.of("/webhooks/twilio/incoming", "/api/real/webhooks/twilio/incoming"));
        Draft draft = new Draft(OPERATION, "POST", path, new byte[0]);
        for (int times = odd.below(3); times > 0; times--) {
            spoil(draft, form);
        }
        draft.body = Gateway.encoded(form).getBytes(StandardCharsets.UTF_8);
        sign(draft, form);
        return draft;
    }

    private Map<String, String> report(String sid) {
        return new TreeMap<>(Map.of(
                "MessageSid",
                sid,
                "MessageStatus",
                odd.any(List.of("sent", "delivered", "undelivered", "failed", "read", "a-new-word")),
                "To",
                Canary.NUMBER,
                "ErrorCode",
                odd.any(List.of("", "30003", "21610", "99999"))));
    }

    private void spoil(Draft draft, Map<String, String> form) {
        String name = odd.any(new ArrayList<>(form.keySet()));
        switch (odd.below(4)) {
            case 0 -> form.remove(name);
            case 1 -> form.put(odd.text(), odd.text());
            // An id is Twilio's own, and is in the log.
            default -> form.put(name, name.endsWith("Sid") ? odd.text().replace(Canary.TEXT, "x") : odd.text());
        }
        draft.whatIsOdd.add(name);
        if (form.isEmpty()) {
            form.put("a", "b");
        }
    }

    /** Over the right URL and body as a rule; what is spoilt afterwards does not fit the signature any more. */
    private void sign(Draft draft, Map<String, String> form) {
        draft.header("Content-Type", "application/x-www-form-urlencoded");
        switch (odd.below(10)) {
            case 0 -> draft.whatIsOdd.add("no signature");
            case 1 -> {
                draft.header("X-Twilio-Signature", "bm90IGEgc2lnbmF0dXJl");
                draft.whatIsOdd.add("wrong signature");
            }
            default -> {
                String url = target.publicUrl() + draft.path;
                draft.header("X-Twilio-Signature", TwilioSignature.sign(url, form, target.authToken()));
            }
        }
        if (odd.oneIn(20)) {
            draft.body = odd.bytes(odd.below(3000));
            draft.whatIsOdd.add("bytes");
        }
        if (odd.oneIn(20)) {
            draft.method = odd.any(List.of("GET", "PUT", "HEAD", "DELETE"));
            draft.whatIsOdd.add("method");
        }
    }
}
