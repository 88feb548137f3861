package io.bactrian.provider.twilio;

import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.MalformedWebhook;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.tenants.TenantNumbers;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What Twilio posts, in our words (https://www.twilio.com/docs/messaging/guides/webhook-request). Fields that nobody
 * knows are left alone.
 */
@Component
public class TwilioWebhooks {

    private static final Set<String> OPT_OUT_TYPES = Set.of("STOP", "START", "HELP");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9A-Za-z]{1,62}");
    private static final String MESSAGE_SID = "MessageSid";
    private static final int LONGEST_ID = 80;

    private final TenantNumbers tenants;
    private final Clock clock;
    private final UnknownCodes unknown;

    TwilioWebhooks(TenantNumbers tenants, Clock clock, UnknownCodes unknown) {
        this.tenants = tenants;
        this.clock = clock;
        this.unknown = unknown;
    }

    /**
     * @param rawForm the body as it was posted, still encoded
     * @throws MalformedWebhook where sid or sender is missing, or cannot be one
     */
    public IncomingMessage incoming(String rawForm) {
        FormBody form = FormBody.parse(rawForm);
        String sid = WebhookFields.sid(form, MESSAGE_SID);
        TwilioAddress from = WebhookFields.address(form, "From");
        boolean mms = from.channel() == Channel.SMS && TwilioMedia.hasAny(form);
        PhoneNumber to = to(form);
        return new IncomingMessage(
                sid,
                new PhoneNumber(from.number()),
                to,
                WebhookFields.text(form, "Body"),
                TwilioMedia.of(form),
                false,
                false,
                optOutType(form),
                clock.instant(),
                tenants.of(to),
                TwilioAccount.PROVIDER,
                mms ? Channel.MMS : from.channel(),
                messagingService(form));
    }

    /**
     * @param messageId ours, from the path of the callback
     * @param rawForm the body as it was posted, still encoded
     * @throws MalformedWebhook where the ids or the status are missing, or cannot be one
     */
    public DeliveryReport status(String messageId, String rawForm) {
        FormBody form = FormBody.parse(rawForm);
        String id = id(messageId);
        String sid = WebhookFields.sid(form, MESSAGE_SID);
        String word = statusWord(form, "MessageStatus");
        return TwilioReports.of(id, sid, word, errorCode(form), clock.instant());
    }

    /**
     * What is reported of a call (https://www.twilio.com/docs/voice/api/call-resource#statuscallback).
     *
     * @param messageId ours, from the path of the callback
     * @param rawForm the body as it was posted, still encoded
     * @throws MalformedWebhook where the ids or the status are missing, or cannot be one
     */
    public DeliveryReport call(String messageId, String rawForm) {
        FormBody form = FormBody.parse(rawForm);
        String id = id(messageId);
        String sid = WebhookFields.sid(form, "CallSid");
        String word = statusWord(form, "CallStatus");
        return TwilioReports.ofCall(id, sid, word, errorCode(form), clock.instant());
    }

    private static String id(String messageId) {
        if (messageId == null || messageId.isBlank() || !WebhookFields.isPlain(messageId, LONGEST_ID)) {
            throw MalformedWebhook.invalid("the message id in the path");
        }
        return messageId;
    }

    private static String statusWord(FormBody form, String field) {
        String word = WebhookFields.word(form, field);
        if (word.isEmpty()) {
            throw MalformedWebhook.missing(field);
        }
        return word;
    }

    private String errorCode(FormBody form) {
        String code = WebhookFields.code(form, "ErrorCode");
        if (!code.isEmpty()) {
            unknown.note(Integer.valueOf(code));
        }
        return code;
    }

    /** Null where the text came to a number that belongs to none, or the field holds what is no sid. */
    private static String messagingService(FormBody form) {
        String sid = form.first("MessagingServiceSid");
        return sid != null && SERVICE.matcher(sid).matches() ? sid : null;
    }

    /**
     * The same where the callback does not tell our id: the report is then by the sid, in the place of it too.
     *
     * @param rawForm the body as it was posted, still encoded
     * @throws MalformedWebhook where the sid or the status are missing, or cannot be one
     */
    public DeliveryReport statusBySid(String rawForm) {
        return status(WebhookFields.sid(FormBody.parse(rawForm), MESSAGE_SID), rawForm);
    }

    private static PhoneNumber to(FormBody form) {
        return form.first("To") == null
                ? null
                : new PhoneNumber(WebhookFields.address(form, "To").number());
    }

    /** Null for a word that Twilio does not document. */
    private static String optOutType(FormBody form) {
        String type = WebhookFields.word(form, "OptOutType").toUpperCase(Locale.ROOT);
        return OPT_OUT_TYPES.contains(type) ? type : null;
    }
}
