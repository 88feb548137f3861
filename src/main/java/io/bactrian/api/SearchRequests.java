package io.bactrian.api;

import io.bactrian.conversations.Said;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks for messages in both directions, by what must not be in a URL. */
@Component
public class SearchRequests {

    private static final int DEFAULT_LIMIT = 50;

    private final MessageLog log;
    private final People people;

    SearchRequests(MessageLog log, People people) {
        this.log = log;
        this.people = people;
    }

    /** Each direction is walked through by itself, and a page has as much of each as it finds. */
    public Page<Said> search(MessageSearch wanted, Caller caller) {
        boolean both = !wanted.isOfIncoming() && !wanted.isOfOutgoing();
        SearchCursor cursor = SearchCursor.of(wanted.cursor());
        int all = wanted.limit() == null ? DEFAULT_LIMIT : wanted.limit();
        int limit = both ? (all + 1) / 2 : all;
        List<Said> found = new ArrayList<>();
        String nextIncoming = null;
        String nextOutgoing = null;
        if (!wanted.isOfOutgoing() && cursor.goesOnIncoming()) {
            MessageQuery query = query(wanted, caller, cursor.incoming(), limit);
            var page = Parameters.paging(() -> log.incomingPage(query));
            page.items().forEach(message -> found.add(new Said(message, null)));
            nextIncoming = page.nextCursor();
        }
        if (!wanted.isOfIncoming() && cursor.goesOnOutgoing()) {
            MessageQuery query = query(wanted, caller, cursor.outgoing(), limit);
            var page = Parameters.paging(() -> log.outgoingPage(query));
            page.items().forEach(message -> found.add(new Said(null, message)));
            nextOutgoing = page.nextCursor();
        }
        Comparator<Said> byTime = Comparator.comparing(Said::when);
        found.sort(isOldestFirst(wanted) ? byTime : byTime.reversed());
        return new Page<>(found, new SearchCursor(nextIncoming, nextOutgoing, false).text());
    }

    private MessageQuery query(MessageSearch wanted, Caller caller, String cursor, int limit) {
        return new MessageQuery(
                new PageRequest(caller.tenant(), cursor, limit, isOldestFirst(wanted)),
                wanted.status(),
                wanted.kind(),
                null,
                instant(wanted.since()),
                instant(wanted.until()),
                person(wanted, caller),
                wanted.text(),
                wanted.batchId());
    }

    private static boolean isOldestFirst(MessageSearch wanted) {
        return "oldest".equals(wanted.order());
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private PhoneNumber person(MessageSearch wanted, Caller caller) {
        if (wanted.userId() != null) {
            return people.found(wanted.userId(), null, caller.tenant())
                    .orElseThrow(() -> Refused.invalid("userId", "is nobody's"));
        }
        return wanted.conversationId() == null
                ? null
                : people.ofConversation(wanted.conversationId(), caller.tenant())
                        .orElseThrow(() -> Refused.invalid("conversationId", "is none"));
    }
}
