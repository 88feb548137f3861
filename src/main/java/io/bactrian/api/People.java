package io.bactrian.api;

import io.bactrian.conversations.Conversation;
import io.bactrian.conversations.Conversations;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.messages.MessageLog;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the number of somebody whom callers name by an id. */
@Component
class People {

    private final UserDirectory users;
    private final MessageLog log;
    private final Conversations conversations;

    People(UserDirectory users, MessageLog log, Conversations conversations) {
        this.users = users;
        this.log = log;
        this.conversations = conversations;
    }

    Optional<PhoneNumber> found(String userId, String messageId, String tenant) {
        if (userId != null) {
            return users.find(tenant, userId).map(User::phoneNumber);
        }
        return messageId == null
                ? Optional.empty()
                : log.incoming(tenant, messageId)
                        .map(IncomingMessage::phoneNumber)
                        .or(() -> log.outgoing(tenant, messageId).map(OutgoingMessage::phoneNumber));
    }

    Optional<PhoneNumber> ofConversation(String id, String tenant) {
        return conversations.find(tenant, id).map(Conversation::phoneNumber);
    }
}
