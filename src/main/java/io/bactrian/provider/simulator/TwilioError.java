package io.bactrian.provider.simulator;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/**
 * An error as Twilio words it. Its message names the number where Twilio's does: a gateway that copies it into a log
 * has to be caught here and not in production.
 *
 * @param code Twilio's; {@code moreInfo} is its page
 * @param status of HTTP
 */
@JsonNaming(SnakeCaseStrategy.class)
record TwilioError(int code, String message, String moreInfo, int status) {

    private static final Map<Integer, Integer> STATUSES = Map.of(
            20003, 401,
            20005, 403,
            20006, 403,
            20008, 403,
            20404, 404,
            20429, 429,
            20500, 500,
            20503, 503,
            30409, 409);
    private static final Map<Integer, String> MESSAGES = Map.ofEntries(
            Map.entry(20001, "Invalid parameter: %s"),
            Map.entry(20003, "Authenticate"),
            Map.entry(20005, "Account not active"),
            Map.entry(20429, "Too Many Requests"),
            Map.entry(20500, "Internal Server Error"),
            Map.entry(20404, "The requested resource %s was not found"),
            Map.entry(21201, "No 'To' number is specified"),
            Map.entry(21205, "Url is not a valid URL"),
            Map.entry(21210, "The source phone number provided, %s, is not yet verified for your account."),
            Map.entry(21213, "No 'From' number is specified"),
            Map.entry(21214, "The phone number you are attempting to call, %s, cannot be reached."),
            Map.entry(21215, "Account not authorized to call %s."),
            Map.entry(21216, "Account not allowed to call %s."),
            Map.entry(21217, "Phone number %s does not appear to be valid."),
            Map.entry(21211, "The 'To' number %s is not a valid phone number."),
            Map.entry(21212, "The 'From' number %s is not a valid phone number, shortcode, or alphanumeric sender ID."),
            Map.entry(21408, "Permission to send an SMS has not been enabled for the region of the 'To' number: %s"),
            Map.entry(21602, "Message body is required."),
            Map.entry(21603, "A 'From' phone number is required."),
            Map.entry(21604, "A 'To' phone number is required."),
            Map.entry(21606, "The 'From' phone number %s is not a valid, message-capable number of your account."),
            Map.entry(21609, "The 'StatusCallback' URL is not a valid URL."),
            Map.entry(21610, "Attempt to send to unsubscribed recipient"),
            Map.entry(21611, "The 'From' number %s has exceeded the maximum number of queued messages"),
            Map.entry(21612, "The 'To' phone number %s is not reachable from this 'From' phone number."),
            Map.entry(21614, "The 'To' number %s is not a valid mobile number."),
            Map.entry(21617, "The concatenated message body exceeds the 1600 character limit."),
            Map.entry(21624, "The validity period must be 1 to 36000 seconds."),
            Map.entry(21701, "The Messaging Service does not exist."),
            Map.entry(30409, "This message cannot be canceled."),
            Map.entry(35114, "SendAt must be more than 300 seconds in the future, in ISO 8601 form."),
            Map.entry(35115, "SendAt must be at most 35 days in the future."),
            Map.entry(35118, "A MessagingServiceSid is required to schedule a message."));

    /** The error of that code; the detail is what its message is about, where it is about something. */
    static TwilioError of(int code, String detail) {
        String message = MESSAGES.getOrDefault(code, "Error " + code).replace("%s", detail);
        return new TwilioError(
                code, message, "https://www.twilio.com/docs/errors/" + code, STATUSES.getOrDefault(code, 400));
    }

    @Override
    public String toString() {
        return "TwilioError[" + code + "]";
    }
}
