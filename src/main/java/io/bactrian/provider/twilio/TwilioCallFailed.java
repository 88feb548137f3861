package io.bactrian.provider.twilio;

import com.twilio.exception.ApiException;
import java.time.Duration;

/**
 * A call that did not end in a success, as the SDK's own kind of exception, so that the SDK and camel-twilio let it
 * through. Unlike the SDK's it never holds Twilio's text or the URL, because those name numbers.
 */
final class TwilioCallFailed extends ApiException {

    private final transient Duration retryAfter;

    private TwilioCallFailed(String message, Integer code, Integer status, Duration retryAfter, Throwable cause) {
        super(message, code, null, status, cause);
        this.retryAfter = retryAfter;
    }

    /** @param code Twilio's, or null where the answer held none */
    static TwilioCallFailed answered(int status, Integer code, Duration retryAfter) {
        String text = "Twilio answered HTTP " + status + (code == null ? "" : ", code " + code);
        return new TwilioCallFailed(text, code, status, retryAfter, null);
    }

    static TwilioCallFailed unanswered(Throwable cause) {
        String text = "no answer from Twilio: " + cause.getClass().getSimpleName();
        return new TwilioCallFailed(text, null, null, null, cause);
    }

    /** How long we were asked to wait, or null. */
    Duration retryAfter() {
        return retryAfter;
    }
}
