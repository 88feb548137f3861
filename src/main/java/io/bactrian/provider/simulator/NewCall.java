package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import java.net.URI;
import java.time.Instant;
import org.springframework.util.MultiValueMap;

/** The form that asks Twilio to place a call, checked in the order in which a person would fill it in. */
final class NewCall {

    private static final int LONGEST_TWIML = 4000;

    private final MultiValueMap<String, String> form;
    private final TwilioAccount account;
    private final OwnNumbers own;

    NewCall(MultiValueMap<String, String> form, TwilioAccount account, OwnNumbers own) {
        this.form = form;
        this.account = account;
        this.own = own;
    }

    /** What it is to say, or null. */
    String say() {
        return value("Url") == null ? Twiml.said(value("Twiml")) : null;
    }

    /**
     * The call as Twilio takes it.
     *
     * @param ending how it ends where what it says names nothing else, or null
     * @throws Refusal where Twilio would not
     */
    SimulatedMessage accept(String ending, Instant now) {
        String to = recipient();
        String from = sender();
        String url = instructions();
        String callback = CallbackUrl.of(value("StatusCallback"));
        String say = say();
        return new SimulatedMessage(
                Sid.ofCall(),
                account.accountSid(),
                to,
                from,
                null,
                "",
                0,
                0,
                callback,
                Status.QUEUED,
                NewMessage.fate(say == null ? "" : say, ending),
                null,
                null,
                now,
                null,
                now,
                CallPlan.of(say, url, form.get("StatusCallbackEvent")));
    }

    private String recipient() {
        String to = value("To");
        if (to == null) {
            throw Refusal.of(21201);
        }
        if (!Address.isCallable(to)) {
            throw Refusal.of(21211, to);
        }
        MagicNumbers.refusalOfCallTo(to).ifPresent(code -> {
            throw Refusal.of(code, to);
        });
        return to;
    }

    private String sender() {
        String from = value("From");
        if (from == null) {
            throw Refusal.of(21213);
        }
        if (!Address.isCallable(from)) {
            throw Refusal.of(21212, from);
        }
        MagicNumbers.refusalOfCallFrom(from, own.contains(from)).ifPresent(code -> {
            throw Refusal.of(code, from);
        });
        return from;
    }

    /** The URL, or null where the TwiML itself is there; where both are, the TwiML is ignored. */
    private String instructions() {
        String url = value("Url");
        String twiml = value("Twiml");
        boolean missing = url == null && twiml == null && value("ApplicationSid") == null;
        if (missing || url != null && !isWebUrl(url)) {
            throw Refusal.of(21205);
        }
        if (url == null && twiml != null && twiml.length() > LONGEST_TWIML) {
            throw Refusal.of(20001, "Twiml");
        }
        return url;
    }

    private static boolean isWebUrl(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && uri.getScheme().matches("(?i)https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String value(String name) {
        String value = form.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
