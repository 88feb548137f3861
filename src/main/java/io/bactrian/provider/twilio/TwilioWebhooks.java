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
import org.springframework.stereotype.Component;

/**
 * What Twilio posts, in our words (https://www.twilio.com/docs/messaging/guides/webhook-request). Fields that nobody
 * knows are left alone.
 */
@Component
public class TwilioWebhooks {

    private static final Set<String> OPT_OUT_TYPES = Set.of("STOP", "START", "HELP");
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
        String sid = WebhookFields.sid(form);
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
                mms ? Channel.MMS : from.channel());
    }

    /**
     * @param messageId ours, from the path of the callback
     * @param rawForm the body as it was posted, still encoded
     * @throws MalformedWebhook where the ids or the status are missing, or cannot be one
     */
    public DeliveryReport status(String messageId, String rawForm) {
        if (messageId == null || messageId.isBlank() || !WebhookFields.isPlain(messageId, LONGEST_ID)) {
            throw MalformedWebhook.invalid("the message id in the path");
        }
        FormBody form = FormBody.parse(rawForm);
        String sid = WebhookFields.sid(form);
        String word = WebhookFields.word(form, "MessageStatus");
        if (word.isEmpty()) {
            throw MalformedWebhook.missing("MessageStatus");
        }
        String code = WebhookFields.code(form, "ErrorCode");
        if (!code.isEmpty()) {
            unknown.note(Integer.valueOf(code));
        }
        return TwilioReports.of(messageId, sid, word, code, clock.instant());
    }

    /**
     * The same where the callback does not tell our id: the report is then by the sid, in the place of it too.
     *
     * @param rawForm the body as it was posted, still encoded
     * @throws MalformedWebhook where the sid or the status are missing, or cannot be one
     */
    public DeliveryReport statusBySid(String rawForm) {
        return status(WebhookFields.sid(FormBody.parse(rawForm)), rawForm);
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
