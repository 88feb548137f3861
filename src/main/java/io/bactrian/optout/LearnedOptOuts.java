package io.bactrian.optout;

import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Sender;
import io.bactrian.messages.MessageLog;
import io.bactrian.tenants.TenantNumbers;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Opt-outs that a provider knew of before we did, and told us by not delivering a message. */
@Component("learnedOptOuts")
public class LearnedOptOuts {

    /** Twilio's own code for a recipient who opted out, used for ours too so that there is one to look for. */
    public static final String CODE = "21610";

    private final Senders senders;
    private final TenantNumbers tenants;
    private final MessageLog messages;

    LearnedOptOuts(Senders senders, TenantNumbers tenants, MessageLog messages) {
        this.senders = senders;
        this.tenants = tenants;
        this.messages = messages;
    }

    /** The opt-out that kept a message of ours from its recipient, with that message for its evidence. */
    public OptOutChange of(OutgoingMessage message, OptOutSource source, Instant at) {
        Sender sender = senders.of(message);
        return new OptOutChange(
                message.id(),
                message.phoneNumber(),
                sender.number(),
                sender.service(),
                true,
                source,
                CODE,
                null,
                null,
                at,
                tenants.of(sender.number()));
    }

    /** What a delivery report tells of it; null where it tells of something else, or nobody knows its message. */
    public OptOutChange reported(DeliveryReport report) {
        return messages.outgoing(null, report.messageId())
                .map(message -> of(message, OptOutSource.DELIVERY_REPORT, report.receivedAt()))
                .orElse(null);
    }
}
