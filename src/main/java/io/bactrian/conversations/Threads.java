package io.bactrian.conversations;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was said with one person, in both directions, newest first. */
@Component
public class Threads {

    private final MessageLog log;

    public Threads(MessageLog log) {
        this.log = log;
    }

    public Page<Said> page(PageRequest wanted, PhoneNumber person) {
        ThreadCursor cursor = ThreadCursor.of(wanted.cursor());
        int needed = cursor.seen() + wanted.limit() + 1;
        MessageQuery query = query(wanted.tenant(), needed, person, null, cursor.until());
        List<Said> merged = Stream.concat(
                        log.incomingPage(query).items().stream().map(Said::of),
                        log.outgoingPage(query).items().stream().map(Said::of))
                .sorted(Comparator.comparing(Said::when).reversed())
                .skip(cursor.seen())
                .toList();
        List<Said> shown = new ArrayList<>(merged.subList(0, Math.min(wanted.limit(), merged.size())));
        return new Page<>(shown, merged.size() > shown.size() ? cursor.after(shown) : null);
    }

    /** When the last text of that person came in, UTC, or null where none did. */
    public Instant lastIncoming(String tenant, PhoneNumber person) {
        return log.incomingPage(query(tenant, 1, person, null, null)).items().stream()
                .findFirst()
                .map(io.bactrian.domain.IncomingMessage::receivedAt)
                .orElse(null);
    }

    private static MessageQuery query(String tenant, int limit, PhoneNumber person, Instant since, Instant until) {
        return new MessageQuery(
                new PageRequest(tenant, null, limit), null, null, null, since, until, person, null, null);
    }
}
