package io.bactrian.provider.twilio;

import java.util.Locale;

/** What made a signature that Twilio itself put on a webhook look wrong. */
enum SignatureMistake {
    HOST,
    SCHEME,
    PORT,
    PREFIX,
    SLASH,
    QUERY,
    /** None of these: another token, a changed body, or somebody who is not Twilio. */
    NONE,
    /** Not looked into: too many came at a time, or it was too large. */
    NOT_EXAMINED;

    /** The value of the metric's tag. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
