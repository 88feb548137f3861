package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;

/** The Basic credentials of a REST call: the account's sid and its first auth token. */
final class BasicCredentials {

    private BasicCredentials() {}

    /** Whether that Authorization header, or null, is the account's own; compared in constant time. */
    static boolean match(String header, TwilioAccount account) {
        String wanted = "Basic "
                + HttpHeaders.encodeBasicAuth(
                        account.accountSid(), account.authTokens().get(0), StandardCharsets.UTF_8);
        return header != null && MessageDigest.isEqual(bytes(header), bytes(wanted));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
