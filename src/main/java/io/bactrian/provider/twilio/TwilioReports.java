package io.bactrian.provider.twilio;

import io.bactrian.domain.DeliveryReport;
import java.time.Instant;

/** What Twilio says of a message, in a webhook or when it is asked, in our words. */
final class TwilioReports {

    private static final String LATER = "; the same text may go through later";

    private TwilioReports() {}

    /**
     * @param word Twilio's for the state of the message
     * @param errorCode Twilio's, or empty
     */
    static DeliveryReport of(String messageId, String sid, String word, String errorCode, Instant receivedAt) {
        return new DeliveryReport(
                messageId,
                TwilioAccount.PROVIDER,
                sid,
                TwilioStatusWords.status(word),
                word,
                errorCode,
                reason(errorCode),
                receivedAt,
                null);
    }

    /**
     * As {@link #of}, of a call. Where it did not come about and Twilio names no code, its word for that is the code.
     *
     * @param word Twilio's for the state of the call
     */
    static DeliveryReport ofCall(String messageId, String sid, String word, String errorCode, Instant receivedAt) {
        TwilioCallWords meant = TwilioCallWords.of(word);
        boolean ownWords = meant.reason() != null && reason(errorCode) == null;
        return new DeliveryReport(
                messageId,
                TwilioAccount.PROVIDER,
                sid,
                meant.status(),
                word,
                meant.reason() != null && errorCode.isEmpty() ? word : errorCode,
                ownWords ? meant.reason() : reason(errorCode),
                receivedAt,
                null);
    }

    /**
     * The code in words, or null where nobody knows it. What Twilio has taken is not sent again by itself, also where
     * the code means that it might go through: the words say so to whoever decides.
     */
    private static String reason(String errorCode) {
        TwilioError error = errorCode.matches("\\d{1,9}") ? TwilioErrorCodes.find(Integer.valueOf(errorCode)) : null;
        if (error == null) {
            return null;
        }
        return switch (error.meaning()) {
            case RETRY, NEXT_DAY -> error.reason() + LATER;
            default -> error.reason();
        };
    }
}
