package io.bactrian.api;

import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.User;
import io.bactrian.outbound.LoopGuard;
import io.bactrian.outbound.OutcomeWaiters;
import io.bactrian.outbound.Progress;
import io.bactrian.security.Caller;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** What it takes to send a message for a caller. */
@Component
public class SmsRequests {

    /** Twilio's code for a person who opted out, which the SMS world has come to know. */
    private static final String OPTED_OUT = "21610";

    private final PhoneNumbers numbers;
    private final UserDirectory users;
    private final TenantNumbers tenants;
    private final MessageIds ids;
    private final LoopGuard guard;
    private final OutcomeWaiters waiters;
    private final Clock clock;

    SmsRequests(
            PhoneNumbers numbers,
            UserDirectory users,
            TenantNumbers tenants,
            MessageIds ids,
            LoopGuard guard,
            OutcomeWaiters waiters,
            Clock clock) {
        this.numbers = numbers;
        this.users = users;
        this.tenants = tenants;
        this.ids = ids;
        this.guard = guard;
        this.waiters = waiters;
        this.clock = clock;
    }

    /**
     * The message that the caller wants sent, not queued yet.
     *
     * @throws Refused where it cannot be made of what they gave
     */
    public OutgoingMessage draft(SendRequest request, Caller caller) {
        Instant now = clock.instant();
        List<String> media = request.mediaUrl() == null ? List.of() : request.mediaUrl();
        Instant sendAt = request.sendAt() == null ? null : request.sendAt().toInstant();
        Draft draft = new Draft(
                ids.next(),
                recipient(request, caller),
                sender(request, caller),
                media.isEmpty() ? Channel.SMS : Channel.MMS,
                Texts.checked("body", request.body()),
                media,
                Kind.API,
                request.priority() == null ? Priority.NORMAL : request.priority(),
                null,
                sendAt == null || sendAt.isBefore(now) ? null : sendAt,
                caller.name(),
                caller.tenant());
        return OutgoingMessage.queued(draft, now);
    }

    private PhoneNumber sender(SendRequest request, Caller caller) {
        PhoneNumber from = PhoneNumber.of(request.from());
        if (!tenants.mayUse(caller.tenant(), from)) {
            throw Refused.unprocessable("from", "is not yours to send from");
        }
        return from;
    }

    private PhoneNumber recipient(SendRequest request, Caller caller) {
        if (request.to() == null && request.userId() == null) {
            throw Refused.unprocessable("to", "or userId is required");
        }
        if (request.to() != null && request.userId() != null) {
            throw Refused.unprocessable("userId", "cannot be given beside to");
        }
        if (request.to() != null) {
            return numbers.read(request.to())
                    .orElseThrow(() -> Refused.unprocessable("to", "is not a possible phone number"));
        }
        return users.find(caller.tenant(), request.userId())
                .map(User::phoneNumber)
                .orElseThrow(() -> Refused.unprocessable("userId", "is nobody's"));
    }

    /**
     * Lets the message through where nobody asked for the contrary.
     *
     * @param wish the recipient's last one, or null
     * @throws Refused where they asked not to be texted
     */
    public void refuseOptedOut(OptOutChange wish) {
        if (wish != null && wish.optedOut()) {
            throw Refused.unprocessable("to", "belongs to somebody who opted out", OPTED_OUT);
        }
    }

    /**
     * Lets the message through where the same text has not gone to the same number too often just now.
     *
     * @throws Refused where it has
     */
    public void refuseRepeated(OutgoingMessage message) {
        Duration wait = guard.wait(message);
        if (wait != null) {
            throw new Refused(Problem.tooMany("The same text has gone to this number too often just now.", wait));
        }
    }

    /** What becomes of the queued message while the caller waits: not at all for one that is not due yet. */
    public CompletableFuture<Progress> outcome(OutgoingMessage message, Parameters parameters) {
        Duration patience = message.sendAt() != null ? Duration.ZERO : Patience.of(parameters.text("Prefer"));
        return waiters.await(message, patience);
    }
}
