package io.bactrian.api;

import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.User;
import io.bactrian.security.Caller;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes messages, not queued yet, of what callers want sent. */
@Component
class Drafts {

    private final PhoneNumbers numbers;
    private final UserDirectory users;
    private final TenantNumbers tenants;
    private final SendTimes times;
    private final Clock clock;

    Drafts(PhoneNumbers numbers, UserDirectory users, TenantNumbers tenants, SendTimes times, Clock clock) {
        this.times = times;
        this.numbers = numbers;
        this.users = users;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * @param id of the message
     * @param batchId the batch that it belongs to, or null
     * @throws Refused where no message can be made of the request
     */
    OutgoingMessage draft(SendRequest request, Caller caller, String id, String batchId) {
        boolean plain = request.mediaUrl() == null || request.mediaUrl().isEmpty();
        return draft(request, plain ? Channel.SMS : Channel.MMS, caller, id, batchId);
    }

    /** As {@link #draft(SendRequest, Caller, String, String)}, on that channel. */
    OutgoingMessage draft(SendRequest request, Channel channel, Caller caller, String id, String batchId) {
        Instant now = clock.instant();
        List<String> media = request.mediaUrl() == null ? List.of() : request.mediaUrl();
        PhoneNumber to = recipient(request, caller);
        Instant sendAt = times.sendAt(request, to, now);
        Draft draft = new Draft(
                id,
                to,
                sender(request, caller),
                channel,
                Texts.checked("body", request.body()),
                media,
                Kind.API,
                request.priority() == null ? Priority.NORMAL : request.priority(),
                null,
                sendAt,
                caller.name(),
                caller.tenant());
        return OutgoingMessage.queued(draft, times.timing(request, to, sendAt, now, batchId != null), now, batchId);
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
}
