package io.bactrian.provider.twilio;

import io.bactrian.domain.SettingRefused;

/** The gateway must not start with a setting like this. Names settings and environment variables, never their values. */
class TwilioSettingRefused extends SettingRefused {

    TwilioSettingRefused(String message, String action) {
        super(message, action);
    }
}
