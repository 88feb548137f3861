package io.bactrian.provider.simulator;

/** A REST call that Twilio would answer with an error. The exception says only the code; the answer says it all. */
final class Refusal extends RuntimeException {

    private final transient TwilioError error;

    private Refusal(TwilioError error) {
        super("refused with " + error.code(), null, false, false);
        this.error = error;
    }

    static Refusal of(int code) {
        return of(code, "");
    }

    static Refusal of(int code, String detail) {
        return new Refusal(TwilioError.of(code, detail));
    }

    TwilioError error() {
        return error;
    }
}
