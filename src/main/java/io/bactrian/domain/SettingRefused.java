package io.bactrian.domain;

/** The gateway must not start with a setting like this. Names settings and environment variables, never a secret. */
public class SettingRefused extends RuntimeException {

    private final String action;

    public SettingRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    /** What whoever starts the gateway can do about it. */
    public String action() {
        return action;
    }
}
