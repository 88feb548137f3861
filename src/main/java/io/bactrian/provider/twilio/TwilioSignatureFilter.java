package io.bactrian.provider.twilio;

import io.bactrian.web.Bodies;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in what Twilio signed and nothing else. Verified is the URL that we are known by, never one put together from
 * headers that the sender chose, and the raw body, which goes on exactly as it was verified.
 */
final class TwilioSignatureFilter extends OncePerRequestFilter {

    /** Bytes; the longest message with ten media is a fifth of it. */
    static final int LARGEST_BODY = 64 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TwilioSignature signature;
    private final Supplier<String> publicUrl;
    private final RequestMatcher known;
    private final Bodies bodies;
    private final SignatureDoctor doctor;
    private final Map<WebhookRefusal, Counter> refused;

    /** @param known the paths that there are; what is signed and goes elsewhere is refused as well */
    TwilioSignatureFilter(TwilioAccount account, RequestMatcher known, Bodies bodies, MeterRegistry meters) {
        this.known = known;
        this.bodies = bodies;
        this.signature = new TwilioSignature(account.authTokens());
        this.publicUrl = account::publicUrl;
        this.doctor = new SignatureDoctor(account.authTokens(), publicUrl, meters);
        this.refused = new EnumMap<WebhookRefusal, Counter>(Arrays.stream(WebhookRefusal.values())
                .collect(Collectors.toMap(refusal -> refusal, refusal -> counter(meters, refusal))));
    }

    private static Counter counter(MeterRegistry meters, WebhookRefusal refusal) {
        return Counter.builder("sms.webhooks.refused")
                .description("Webhooks that were not let in")
                .tag("reason", refusal.reason())
                .register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean post = request.getMethod().equals("POST");
        byte[] body = post ? body(request) : new byte[0];
        WebhookRefusal refusal =
                post || request.getMethod().equals("GET") ? refusal(request, body) : WebhookRefusal.WRONG_METHOD;
        if (refusal == null) {
            chain.doFilter(new SignedRequest(request, body), response);
        } else {
            refused.get(refusal).increment();
            refusal.writeTo(response);
        }
    }

    /** Null where it is too large: by its declared length, or else by counting. */
    private byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            return null;
        }
        byte[] body = bodies.read(request, LARGEST_BODY);
        return body.length > LARGEST_BODY ? null : body;
    }

    private WebhookRefusal refusal(HttpServletRequest request, byte[] body) {
        if (body == null) {
            return WebhookRefusal.TOO_LARGE;
        }
        String given = request.getHeader("X-Twilio-Signature");
        if (given == null || given.isBlank()) {
            return WebhookRefusal.MISSING_SIGNATURE;
        }
        String query = request.getQueryString();
        String url = publicUrl.get() + request.getRequestURI() + (query == null ? "" : "?" + query);
        SignatureDoctor.Check check = check(request, body, given);
        if (check.signed(signature, url)) {
            return known.matches(request) ? null : WebhookRefusal.WRONG_PATH;
        }
        doctor.examine(WrongWebhook.of(request), body.length, check);
        return WebhookRefusal.WRONG_SIGNATURE;
    }

    private static SignatureDoctor.Check check(HttpServletRequest request, byte[] body, String given) {
        if (!request.getMethod().equals("GET") && !isForm(request.getContentType())) {
            return (by, url) -> by.signsBody(url, body, given);
        }
        FormBody form = FormBody.parse(new String(body, StandardCharsets.UTF_8));
        return (by, url) -> by.signsForm(url, form, given);
    }

    private static boolean isForm(String contentType) {
        return contentType != null
                && contentType.regionMatches(true, 0, FORM, 0, FORM.length())
                && (contentType.length() == FORM.length() || " ;\t".indexOf(contentType.charAt(FORM.length())) >= 0);
    }
}
