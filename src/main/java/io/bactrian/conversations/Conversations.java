package io.bactrian.conversations;

import io.bactrian.domain.PhoneNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What we hold about threads. The path of a message writes nothing here: a conversation is begun when somebody looks at it,
 * and what is unread is counted from when it was read.
 */
public interface Conversations {

    /** No more are counted. */
    int MOST_UNREAD = 100;

    /** Those with these people, begun where there are none yet. */
    Map<PhoneNumber, Conversation> with(String tenant, Collection<PhoneNumber> people);

    Optional<Conversation> find(String tenant, String id);

    /**
     * Puts on record what was done, and does it.
     *
     * @return the conversation as it is afterwards, or nothing where there is none of that id
     */
    Optional<Conversation> change(String tenant, String id, ConversationEvent event);

    /** What was done, newest first; reading is not told of. */
    List<ConversationEvent> events(String tenant, String id, int most);

    /**
     * How many texts of that person came in after that time, {@link #MOST_UNREAD} at the most.
     *
     * @param after UTC, or null for all
     */
    int unread(String tenant, PhoneNumber person, Instant after);
}
