package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import io.bactrian.segments.Segments;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** The form that asks Twilio to send a message, checked in the order in which a person would fill it in. */
final class NewMessage {

    private static final int LONGEST_BODY = 1600;

    /** The hook by which a text chooses how it ends. */
    private static final Pattern FATE = Pattern.compile("SIMULATE (\\d{5})");

    private final MultiValueMap<String, String> form;
    private final TwilioAccount account;
    private final OwnNumbers own;

    NewMessage(MultiValueMap<String, String> form, TwilioAccount account, OwnNumbers own) {
        this.form = form;
        this.account = account;
        this.own = own;
    }

    /**
     * The message as Twilio takes it.
     *
     * @param ending the error code that it ends with where its text names none, or null
     * @throws Refusal where Twilio would not
     */
    SimulatedMessage accept(String ending, Instant now) {
        String to = recipient();
        String service = service();
        String from = sender(service);
        String body = body();
        String callback = CallbackUrl.of(value("StatusCallback"));
        Instant sendAt = SendTime.of(form, service != null, now);
        return new SimulatedMessage(
                Sid.ofMessage(media() > 0),
                account.accountSid(),
                to,
                from,
                service,
                body,
                media(),
                Segments.of(body).count(),
                callback,
                Status.initial(sendAt != null, service != null),
                fate(body, code(ending)),
                null,
                sendAt,
                now,
                null,
                now);
    }

    private String recipient() {
        String to = value("To");
        if (to == null) {
            throw Refusal.of(21604);
        }
        if (!Address.isRecipient(to)) {
            throw Refusal.of(21211, to);
        }
        MagicNumbers.refusalOfRecipient(to).ifPresent(code -> {
            throw Refusal.of(code, to);
        });
        return to;
    }

    private String service() {
        String service = value("MessagingServiceSid");
        if (service != null && !Sid.isService(service)) {
            throw Refusal.of(21701);
        }
        return service;
    }

    private String sender(String service) {
        String from = value("From");
        if (from == null && service == null) {
            throw Refusal.of(21603);
        }
        if (from != null) {
            MagicNumbers.refusalOfSender(from, own.contains(from)).ifPresent(code -> {
                throw Refusal.of(code, from);
            });
        }
        return from;
    }

    private String body() {
        String body = value("Body");
        if (body == null && media() == 0) {
            throw Refusal.of(21602);
        }
        if (body != null && body.codePointCount(0, body.length()) > LONGEST_BODY) {
            throw Refusal.of(21617);
        }
        return body == null ? "" : body;
    }

    private int media() {
        return (int) form.getOrDefault("MediaUrl", List.of()).stream()
                .filter(url -> !url.isBlank())
                .count();
    }

    /** The error code that the text names; else how it ends otherwise. */
    static String fate(String body, String otherwise) {
        Matcher matcher = FATE.matcher(body);
        return matcher.matches() ? matcher.group(1) : otherwise;
    }

    /** How a call would end means nothing here. */
    private static String code(String ending) {
        return ending != null && ending.matches("\\d+") ? ending : null;
    }

    private String value(String name) {
        String value = form.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
