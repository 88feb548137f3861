package io.bactrian.provider.twilio;

import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.MalformedWebhook;
import io.bactrian.domain.PhoneNumber;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What Twilio posts, in our words (https://www.twilio.com/docs/messaging/guides/webhook-request). Fields that nobody
 * knows are left alone; whatever is kept fits the columns of the store.
 */
@Component
public class TwilioWebhooks {

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> OPT_OUT_TYPES = Set.of("STOP", "START", "HELP");
    private static final String TENANT = "default";
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_WORD = 32;

    private final Clock clock;

    public TwilioWebhooks(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param rawForm the body as it was posted, still encoded
     * @throws MalformedWebhook where sid or sender is missing, or cannot be one
     */
    public IncomingMessage incoming(String rawForm) {
        FormBody form = FormBody.parse(rawForm);
        String sid = sid(form);
        TwilioAddress from = address(form, "From");
        TwilioAddress to = form.first("To") == null ? null : address(form, "To");
        boolean media = from.channel() == Channel.SMS && TwilioMedia.hasAny(form);
        return new IncomingMessage(
                sid,
                new PhoneNumber(from.number()),
                to == null ? null : new PhoneNumber(to.number()),
                text(form.first("Body")),
                TwilioMedia.of(form),
                false,
                false,
                OPT_OUT_TYPES.contains(optOutType(form)) ? optOutType(form) : null,
                clock.instant(),
                TENANT,
                TwilioAccount.PROVIDER,
                media ? Channel.MMS : from.channel());
    }

    /**
     * @param messageId ours, from the path of the callback
     * @throws MalformedWebhook where the ids or the status are missing, or cannot be one
     */
    public DeliveryReport status(String messageId, String rawForm) {
        if (messageId == null || messageId.isBlank() || !fits(messageId, LONGEST_ID)) {
            throw MalformedWebhook.invalid("the message id in the path");
        }
        FormBody form = FormBody.parse(rawForm);
        String sid = sid(form);
        String word = word(form.first("MessageStatus") == null ? form.first("SmsStatus") : form.first("MessageStatus"));
        if (word.isEmpty()) {
            throw MalformedWebhook.missing("MessageStatus");
        }
        return new DeliveryReport(
                messageId,
                TwilioAccount.PROVIDER,
                sid,
                TwilioStatusWords.status(word),
                word,
                word(form.first("ErrorCode")),
                clock.instant());
    }

    private static String sid(FormBody form) {
        String sid = required(form, "MessageSid");
        if (!SID.matcher(sid).matches()) {
            throw MalformedWebhook.invalid("MessageSid");
        }
        return sid;
    }

    private static TwilioAddress address(FormBody form, String field) {
        TwilioAddress address = TwilioAddress.parse(required(form, field));
        if (address.number().isEmpty() || !fits(address.number(), LONGEST_NUMBER)) {
            throw MalformedWebhook.invalid(field);
        }
        return address;
    }

    private static String required(FormBody form, String field) {
        String value = form.first(field);
        if (value == null || value.isBlank()) {
            throw MalformedWebhook.missing(field);
        }
        return value;
    }

    private static boolean fits(String text, int longest) {
        return text.length() <= longest && !CONTROL.matcher(text).find();
    }

    /** Databases refuse the character NUL. */
    private static String text(String body) {
        return body == null ? "" : cut(body.replace("\0", ""), LONGEST_TEXT);
    }

    private static String optOutType(FormBody form) {
        return word(form.first("OptOutType")).toUpperCase(Locale.ROOT);
    }

    private static String word(String text) {
        String clean = text == null ? "" : CONTROL.matcher(text).replaceAll("");
        return cut(clean.strip().toLowerCase(Locale.ROOT), LONGEST_WORD);
    }

    /** Never through a pair of surrogates. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
