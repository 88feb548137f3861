package io.bactrian.provider.twilio;

/** What to change, in words. Holds origin and prefix of what Twilio signed, never its path or query. */
final class SignatureAdvice {

    static final String NO_VARIANT = "No URL that a proxy could have made of SMS_PUBLIC_URL would have fitted. Where it"
            + " was Twilio: set TWILIO_AUTH_TOKEN to the token of the account, or subaccount, that posts, and see that"
            + " the proxy passes the body on unchanged.";

    private SignatureAdvice() {}

    /** @param token which of {@code twilio.auth-token} signed it, from 1 */
    static String of(SignatureMistake mistake, SignedVariant signed, int token) {
        String who =
                "Twilio signed a URL of " + signed.publicUrl() + " with token " + token + " of TWILIO_AUTH_TOKEN: ";
        return switch (mistake) {
            case SLASH ->
                who + "the proxy adds or takes off the slash at the end of the path. Have it pass the path on as"
                        + " it comes, or give Twilio the URL as the gateway has it.";
            case QUERY -> who + "the proxy adds a query. Have it pass the query on as it comes.";
            default -> who + "set SMS_PUBLIC_URL=" + signed.publicUrl();
        };
    }
}
