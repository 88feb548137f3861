package io.bactrian.api;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.security.Caller;
import io.bactrian.security.Caller.Via;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes messages, not queued yet, of what callers want sent. */
@Component
class Drafts {

    private final PhoneNumbers numbers;
    private final People people;
    private final TenantNumbers tenants;
    private final SendTimes times;
    private final Clock clock;

    Drafts(PhoneNumbers numbers, People people, TenantNumbers tenants, SendTimes times, Clock clock) {
        this.times = times;
        this.numbers = numbers;
        this.people = people;
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
                caller.via() == Via.SESSION ? Kind.MANUAL : Kind.API,
                request.priority() == null ? Priority.NORMAL : request.priority(),
                null,
                sendAt,
                caller.name(),
                caller.tenant());
        return OutgoingMessage.queued(draft, times.timing(request, to, sendAt, now, batchId != null), now, batchId);
    }

    /** A message that failed, as a new one that is due now. */
    OutgoingMessage again(OutgoingMessage failed, Caller caller, String id) {
        SendRequest request = new SendRequest(
                failed.phoneNumber().value(),
                null,
                null,
                failed.messageContent(),
                failed.from() == null ? null : failed.from().value(),
                failed.mediaUrl(),
                failed.priority(),
                null,
                null,
                null,
                failed.quietHours());
        return draft(request, failed.channel(), caller, id, null);
    }

    private PhoneNumber sender(SendRequest request, Caller caller) {
        PhoneNumber from = PhoneNumber.of(request.from());
        if (!tenants.mayUse(caller.tenant(), from)) {
            throw Refused.unprocessable("from", "is not yours to send from");
        }
        return from;
    }

    private PhoneNumber recipient(SendRequest request, Caller caller) {
        long given = Stream.of(request.to(), request.userId(), request.conversationId())
                .filter(Objects::nonNull)
                .count();
        if (given == 0) {
            throw Refused.unprocessable("to", "or userId is required");
        }
        if (given > 1) {
            throw Refused.unprocessable(
                    request.userId() == null ? "conversationId" : "userId", "cannot be given beside to");
        }
        if (request.to() != null) {
            return numbers.read(request.to())
                    .orElseThrow(() -> Refused.unprocessable("to", "is not a possible phone number"));
        }
        return request.userId() == null
                ? people.ofConversation(request.conversationId(), caller.tenant())
                        .orElseThrow(() -> Refused.unprocessable("conversationId", "is none"))
                : people.found(request.userId(), null, caller.tenant())
                        .orElseThrow(() -> Refused.unprocessable("userId", "is nobody's"));
    }
}
