package io.bactrian.inbound;

import io.bactrian.domain.ChangesNothing;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Timing;
import io.bactrian.schedule.Validity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the answer that a registered sender gets. */
@Component("acknowledgments")
@ChangesNothing
public class Acknowledgments {

    private final AcknowledgmentSettings settings;
    private final Validity validity;
    private final Clock clock;

    Acknowledgments(AcknowledgmentSettings settings, Validity validity, Clock clock) {
        this.settings = settings;
        this.validity = validity;
        this.clock = clock;
    }

    /** From the number that was texted, back to who texted it; the id makes a second one for the same message moot. */
    public OutgoingMessage to(IncomingMessage message) {
        Draft draft = new Draft(
                "ack-" + message.messageSid(),
                message.phoneNumber(),
                message.to(),
                message.channel() == Channel.MMS ? Channel.SMS : message.channel(),
                settings.text(),
                List.of(),
                Kind.ACKNOWLEDGMENT,
                Priority.HIGH,
                message.messageSid(),
                null,
                null,
                message.tenant());
        Instant now = clock.instant();
        return OutgoingMessage.queued(draft, new Timing(now, validity.ofAcknowledgment(now), false), now, null);
    }
}
