package io.bactrian.api;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.messages.MessageLog;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Shows an admin the number of one message. Who saw which, and why, is in the audit entry of the call. */
@Component
public class RevealRequests {

    /** What may be a number, or most of one: it must not get into the record by this door. */
    private static final Pattern DIGITS = Pattern.compile("(\\d[ ()./-]*){5}");

    private final MessageLog log;

    RevealRequests(MessageLog log) {
        this.log = log;
    }

    /**
     * Null where the caller's tenant has no message of that id.
     *
     * @throws Refused where the reason is none, or holds a number
     */
    public RevealedNumber reveal(RevealOrder order, Parameters parameters, Caller caller) {
        String reason = Texts.checked("reason", order.reason()).strip();
        if (reason.isEmpty() || DIGITS.matcher(reason).find()) {
            throw Refused.unprocessable("reason", "is empty, or holds what may be a number");
        }
        String id = parameters.text("id");
        return number(caller.tenant(), id)
                .map(number -> new RevealedNumber(id, number.value(), reason))
                .orElse(null);
    }

    private Optional<PhoneNumber> number(String tenant, String id) {
        return log.outgoing(tenant, id).map(message -> message.phoneNumber()).or(() -> log.incoming(tenant, id)
                .map(message -> message.phoneNumber()));
    }
}
