package io.bactrian.provider.simulator;

import java.time.Duration;

/** A REST call that Twilio would answer with an error. The exception says only the code; the answer says it all. */
final class Refusal extends RuntimeException {

    private static final int TOO_MANY = 429;

    private final transient TwilioError error;
    private final transient Duration retryAfter;

    private Refusal(TwilioError error, Duration retryAfter) {
        super("refused with " + error.code(), null, false, false);
        this.error = error;
        this.retryAfter = retryAfter;
    }

    static Refusal of(int code) {
        return of(code, "");
    }

    static Refusal of(int code, String detail) {
        return new Refusal(TwilioError.of(code, detail), null);
    }

    /** As {@link #of(int)}; one because of too many calls says when to come again. */
    static Refusal of(int code, Duration retryAfter) {
        TwilioError error = TwilioError.of(code, "");
        return new Refusal(error, error.status() == TOO_MANY ? retryAfter : null);
    }

    TwilioError error() {
        return error;
    }

    /** Null where nothing is said of it. */
    Duration retryAfter() {
        return retryAfter;
    }
}
