package io.bactrian.provider.twilio;

/**
 * An error code of Twilio's and what it means.
 *
 * @param reason in our words, without personal data
 */
record TwilioError(int code, Meaning meaning, String reason) {

    enum Meaning {
        PERMANENT,
        RETRY,
        NEXT_DAY,
        CONFIGURATION,
        /** The account's fault for its default sender, the message's for a sender that it named itself. */
        SENDER,
        OPT_OUT
    }
}
