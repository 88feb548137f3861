package io.bactrian.conversations;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The conversations, whoever texted last first. They are found by walking through what came in, so that nothing has to be
 * kept up to date when a message comes.
 */
@Component
public class Inbox {

    /** A page walks through so many pages of the log and no more, so it may hold few, or none, and still have a next one. */
    private static final int ROUNDS = 40;

    /** So many messages are looked at for the one that tells what it is about. */
    private static final int LATEST = 4;

    private final MessageLog log;
    private final Conversations conversations;
    private final Threads threads;

    public Inbox(MessageLog log, Conversations conversations, Threads threads) {
        this.log = log;
        this.conversations = conversations;
        this.threads = threads;
    }

    public Page<ConversationState> page(InboxQuery wanted) {
        PageRequest page = wanted.page();
        List<ConversationState> found = new ArrayList<>();
        Set<PhoneNumber> seen = new HashSet<>();
        String cursor = page.cursor();
        for (int round = 0; round < ROUNDS; round++) {
            PageRequest next = new PageRequest(page.tenant(), cursor, page.limit() - found.size());
            Page<IncomingMessage> texts = log.incomingPage(MessageQuery.all(next, null, null));
            cursor = texts.nextCursor();
            states(page.tenant(), newest(page.tenant(), texts.items(), seen, page.cursor() != null)).stream()
                    .filter(wanted::wants)
                    .forEach(found::add);
            if (cursor == null || found.size() == page.limit()) {
                break;
            }
        }
        return new Page<>(found, cursor);
    }

    /** Of each person who is not seen yet the newest text; of whom there are newer ones, an earlier page has told. */
    private List<PhoneNumber> newest(String tenant, List<IncomingMessage> texts, Set<PhoneNumber> seen, boolean later) {
        List<PhoneNumber> people = new ArrayList<>();
        for (IncomingMessage text : texts) {
            boolean first = text.phoneNumber() != null && seen.add(text.phoneNumber());
            if (first && (!later || !text.receivedAt().isBefore(threads.lastIncoming(tenant, text.phoneNumber())))) {
                people.add(text.phoneNumber());
            }
        }
        return people;
    }

    private List<ConversationState> states(String tenant, List<PhoneNumber> people) {
        var known = conversations.with(tenant, people);
        return people.stream().map(known::get).map(this::state).toList();
    }

    /** How it stands. */
    public ConversationState state(Conversation conversation) {
        String tenant = conversation.tenant();
        PhoneNumber person = conversation.phoneNumber();
        Instant lastIncoming = threads.lastIncoming(tenant, person);
        List<Said> latest =
                threads.page(new PageRequest(tenant, null, LATEST), person).items();
        return new ConversationState(
                conversation,
                conversation.isOpen(lastIncoming),
                conversations.unread(tenant, person, conversation.readAt()),
                latest.isEmpty() ? null : latest.get(0).when(),
                telling(latest));
    }

    /** The last that somebody wrote; an acknowledgment tells nothing of what it is about. */
    private static Said telling(List<Said> latest) {
        return latest.stream()
                .filter(said -> said.outgoing() == null || said.outgoing().kind() != Kind.ACKNOWLEDGMENT)
                .findFirst()
                .orElse(latest.isEmpty() ? null : latest.get(0));
    }
}
