package io.bactrian.provider.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where Twilio is to report what becomes of a message; our id is in the path. */
final class TwilioCallbacks {

    private static final String OF_MESSAGES = "/webhooks/twilio/status/";
    private static final String OF_CALLS = "/webhooks/twilio/calls/";

    /** Without this, a report that meets a restart of ours is not posted again (Twilio: connection overrides). */
    private static final String RETRIES = "#rc=5&rp=all";

    private TwilioCallbacks() {}

    static URI ofMessage(TwilioAccount account, String id) {
        return of(account, OF_MESSAGES, id);
    }

    static URI ofCall(TwilioAccount account, String id) {
        return of(account, OF_CALLS, id);
    }

    private static URI of(TwilioAccount account, String path, String id) {
        String segment = UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
        return URI.create(account.publicUrl() + path + segment + RETRIES);
    }
}
