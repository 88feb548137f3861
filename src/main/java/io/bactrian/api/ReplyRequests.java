package io.bactrian.api;

import io.bactrian.conversations.CannedReplies;
import io.bactrian.conversations.CannedReply;
import io.bactrian.conversations.NameTakenException;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What callers do with canned replies. */
@Component
public class ReplyRequests {

    private final CannedReplies replies;
    private final Clock clock;

    ReplyRequests(CannedReplies replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
    }

    public Page<CannedReply> all(Caller caller) {
        return new Page<>(replies.all(caller.tenant()), null);
    }

    /** @throws Refused where the name is taken, or there are too many */
    public Answer create(NewReply wanted, Caller caller) {
        if (replies.all(caller.tenant()).size() >= CannedReplies.MOST) {
            throw Refused.conflict("name", "is one more than there can be");
        }
        CannedReply reply = reply("reply-" + UUID.randomUUID(), wanted, caller);
        named(() -> {
            replies.create(caller.tenant(), reply);
            return true;
        });
        return new Answer(201, Map.of("Location", "/api/replies/" + reply.id()), reply);
    }

    /** The reply as it is afterwards, or null where there is none of that id. */
    public CannedReply update(NewReply wanted, Parameters parameters, Caller caller) {
        CannedReply reply = reply(parameters.text("id"), wanted, caller);
        return named(() -> replies.update(caller.tenant(), reply)) ? reply : null;
    }

    /** Nothing any more, or null where there was none of that id. */
    public Answer delete(Parameters parameters, Caller caller) {
        return replies.delete(caller.tenant(), parameters.text("id")) ? new Answer(204, Map.of(), "") : null;
    }

    private CannedReply reply(String id, NewReply wanted, Caller caller) {
        return new CannedReply(
                id,
                Texts.checked("name", wanted.name()),
                Texts.checked("text", wanted.text()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.name());
    }

    private static boolean named(Supplier<Boolean> write) {
        try {
            return write.get();
        } catch (NameTakenException e) {
            throw Refused.conflict("name", "is taken");
        }
    }
}
