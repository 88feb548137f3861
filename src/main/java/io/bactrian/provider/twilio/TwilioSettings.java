package io.bactrian.provider.twilio;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings as they were written; {@link TwilioAccount} says what holds where one is empty.
 *
 * @param accountSid {@code AC…}
 * @param authToken the primary token first; the others are accepted on webhooks while a token is rotated
 * @param phoneNumber the sender of messages that name none
 * @param messagingServiceSid {@code MG…}, chooses the sender where it is set
 * @param baseUrl empty for Twilio's own
 * @param connectTimeout for the TCP and TLS connect
 * @param readTimeout from the request until its answer begins
 */
@Validated
@ConfigurationProperties("twilio")
public record TwilioSettings(
        @DefaultValue("") String accountSid,
        @DefaultValue List<String> authToken,
        @DefaultValue("") String phoneNumber,
        @DefaultValue("") String messagingServiceSid,
        @DefaultValue("") String baseUrl,
        @DefaultValue("5s") @NotNull Duration connectTimeout,
        @DefaultValue("20s") @NotNull Duration readTimeout) {

    public TwilioSettings {
        accountSid = accountSid.strip();
        authToken = authToken.stream()
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
        phoneNumber = phoneNumber.strip();
        messagingServiceSid = messagingServiceSid.strip();
        baseUrl = baseUrl.strip();
    }

    /** Every token that may sign a webhook; the first one signs our own calls. */
    public List<String> authTokens() {
        return authToken;
    }

    /** Neither secrets nor numbers. */
    @Override
    public String toString() {
        return "TwilioSettings[connectTimeout=" + connectTimeout + ", readTimeout=" + readTimeout + "]";
    }
}
