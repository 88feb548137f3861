package io.bactrian.provider.twilio;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What must be set before messages may go through the real Twilio. Made at start-up, which ends where something lacks. */
final class TwilioRequirements {

    private static final Pattern LOCAL_HOST = Pattern.compile(
            "localhost|.*\\.localhost|127(\\.\\d+){3}|0\\.0\\.0\\.0|\\[::1?]", Pattern.CASE_INSENSITIVE);

    /**
     * @param providers the names in {@code sms.providers}
     * @param publicUrl {@code sms.public-url}
     * @param lease {@code sms.dispatch.lease}
     * @throws TwilioSettingRefused naming every setting that is missing, or the one that cannot work
     */
    TwilioRequirements(TwilioSettings settings, List<String> providers, String publicUrl, Duration lease) {
        requireLease(settings, lease);
        if (!settings.baseUrl().isEmpty() && webUrl(settings.baseUrl()) == null) {
            throw new TwilioSettingRefused(
                    "twilio.base-url is not an http or https URL.", "Correct TWILIO_BASE_URL, or leave it empty.");
        }
        if (providers.contains(TwilioAccount.PROVIDER)) {
            requireCredentials(settings);
            requirePublicUrl(publicUrl, settings.baseUrl().isEmpty());
        }
    }

    /** A call begins in the first half of a lease and must end in the second, or another instance settles it meanwhile. */
    private static void requireLease(TwilioSettings settings, Duration lease) {
        Duration longestCall = settings.connectTimeout().plus(settings.readTimeout());
        if (lease.dividedBy(2).compareTo(longestCall) < 0) {
            throw new TwilioSettingRefused(
                    "sms.dispatch.lease is shorter than two calls to Twilio can take, so that a message could be sent"
                            + " twice.",
                    "Set SMS_DISPATCH_LEASE to at least twice TWILIO_CONNECT_TIMEOUT and TWILIO_READ_TIMEOUT together.");
        }
    }

    private static void requireCredentials(TwilioSettings settings) {
        List<String> missing = new ArrayList<>();
        if (settings.accountSid().isEmpty()) {
            missing.add("twilio.account-sid (TWILIO_ACCOUNT_SID)");
        }
        if (settings.authTokens().isEmpty()) {
            missing.add("twilio.auth-token (TWILIO_AUTH_TOKEN)");
        }
        if (settings.phoneNumber().isEmpty() && settings.messagingServiceSid().isEmpty()) {
            missing.add("twilio.phone-number (TWILIO_PHONE_NUMBER) or"
                    + " twilio.messaging-service-sid (TWILIO_MESSAGING_SERVICE_SID)");
        }
        if (!missing.isEmpty()) {
            throw new TwilioSettingRefused(
                    "The provider twilio is chosen (sms.providers), and missing: " + String.join(", ", missing) + ".",
                    "Set what is missing, or take twilio out of SMS_PROVIDERS.");
        }
    }

    private static void requirePublicUrl(String publicUrl, boolean twiliosOwn) {
        URI url = webUrl(publicUrl);
        if (url == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new TwilioSettingRefused(
                    "sms.public-url is not an http or https URL that webhook paths can be added to.",
                    "Set SMS_PUBLIC_URL without query and fragment, with a host name without underscores"
                            + " (Twilio refuses those).");
        }
        if (twiliosOwn && LOCAL_HOST.matcher(url.getHost()).matches()) {
            throw new TwilioSettingRefused(
                    "sms.public-url points to this machine (localhost), where Twilio cannot post webhooks.",
                    "Set SMS_PUBLIC_URL to the URL by which Twilio reaches this gateway: it signs that URL.");
        }
    }

    /** Null where the text is none; a host name with an underscore has no host in Java either. */
    private static URI webUrl(String text) {
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return web && url.getHost() != null ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
