package io.bactrian.provider.twilio;

/** The gateway must not start with a setting like this. Names settings and environment variables, never their values. */
class TwilioSettingRefused extends RuntimeException {

    private final String action;

    TwilioSettingRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    /** What whoever starts the gateway can do about it. */
    String action() {
        return action;
    }
}
