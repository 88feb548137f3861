package io.bactrian.api;

import io.bactrian.conversations.Conversation;
import io.bactrian.conversations.ConversationEvent;
import io.bactrian.conversations.ConversationEvent.What;
import io.bactrian.conversations.ConversationState;
import io.bactrian.conversations.Conversations;
import io.bactrian.conversations.Inbox;
import io.bactrian.conversations.InboxQuery;
import io.bactrian.conversations.Said;
import io.bactrian.conversations.Threads;
import io.bactrian.directory.UserLists;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What callers do with conversations. */
@Component
public class ConversationRequests {

    private static final int MOST_EVENTS = 100;

    private final Inbox inbox;
    private final Threads threads;
    private final Conversations conversations;
    private final People people;
    private final UserLists users;
    private final Clock clock;

    ConversationRequests(
            Inbox inbox, Threads threads, Conversations conversations, People people, UserLists users, Clock clock) {
        this.inbox = inbox;
        this.threads = threads;
        this.conversations = conversations;
        this.people = people;
        this.users = users;
        this.clock = clock;
    }

    public Page<ConversationView> page(Parameters parameters, Caller caller) {
        InboxQuery query = new InboxQuery(
                parameters.page(caller),
                parameters.flag("open"),
                parameters.text("assignee"),
                parameters.flag("unread"));
        Page<ConversationState> page = Parameters.paging(() -> inbox.page(query));
        return new Page<>(views(page.items(), caller.tenant()), page.nextCursor());
    }

    /** The conversation with a user, or that a message belongs to. */
    public ConversationView find(ConversationSearch wanted, Caller caller) {
        return people.found(wanted.userId(), wanted.messageId(), caller.tenant())
                .map(person ->
                        conversations.with(caller.tenant(), List.of(person)).get(person))
                .map(this::view)
                .orElse(null);
    }

    /** A page of what was said, or null where there is no such conversation. */
    public Page<Said> messages(Parameters parameters, Caller caller) {
        return conversations
                .find(caller.tenant(), parameters.text("id"))
                .map(found -> Parameters.paging(() -> threads.page(parameters.page(caller), found.phoneNumber())))
                .orElse(null);
    }

    /** How it stands, and what was done; null where there is no such conversation. */
    public ConversationDetails details(Parameters parameters, Caller caller) {
        return conversations
                .find(caller.tenant(), parameters.text("id"))
                .map(found -> new ConversationDetails(
                        view(found), conversations.events(caller.tenant(), found.id(), MOST_EVENTS)))
                .orElse(null);
    }

    /** The conversation afterwards, or null where there is none of that id. */
    public ConversationView change(ConversationChange change, Parameters parameters, Caller caller) {
        Conversation[] changed = new Conversation[1];
        change.events(clock.instant(), caller.name()).forEach(event -> changed[0] = changed(event, parameters, caller));
        return changed[0] == null ? null : view(changed[0]);
    }

    /** Keeps a note; null where there is no such conversation. */
    public Answer note(Note note, Parameters parameters, Caller caller) {
        String text = Texts.checked("text", note.text());
        ConversationEvent event = new ConversationEvent(clock.instant(), caller.name(), What.NOTED, text);
        return changed(event, parameters, caller) == null ? null : new Answer(201, Map.of(), event);
    }

    private Conversation changed(ConversationEvent event, Parameters parameters, Caller caller) {
        return conversations
                .change(caller.tenant(), parameters.text("id"), event)
                .orElse(null);
    }

    private ConversationView view(Conversation conversation) {
        return views(List.of(inbox.state(conversation)), conversation.tenant()).get(0);
    }

    private List<ConversationView> views(List<ConversationState> states, String tenant) {
        Map<PhoneNumber, User> known = new HashMap<>();
        users.of(tenant, states.stream().map(ConversationRequests::person).toList())
                .forEach(user -> known.put(user.phoneNumber(), user));
        return states.stream()
                .map(state -> ConversationView.of(state, known.get(person(state))))
                .toList();
    }

    private static PhoneNumber person(ConversationState state) {
        return state.conversation().phoneNumber();
    }
}
