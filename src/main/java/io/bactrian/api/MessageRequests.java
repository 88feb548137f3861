package io.bactrian.api;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.MessageState;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import org.springframework.stereotype.Component;

/** What callers ask about messages. */
@Component
public class MessageRequests {

    private final MessageLog log;

    MessageRequests(MessageLog log) {
        this.log = log;
    }

    public Page<IncomingMessage> incoming(Parameters parameters, Caller caller) {
        return Parameters.paging(() -> log.incomingPage(query(parameters, caller)));
    }

    public Page<OutgoingMessage> outgoing(Parameters parameters, Caller caller) {
        return Parameters.paging(() -> log.outgoingPage(query(parameters, caller)));
    }

    /** Null where there is no message of that id. */
    public MessageState status(Parameters parameters, Caller caller) {
        return log.status(caller.tenant(), parameters.text("id")).orElse(null);
    }

    private static MessageQuery query(Parameters parameters, Caller caller) {
        return new MessageQuery(
                parameters.page(caller),
                parameters.word("status", MessageStatus.class),
                parameters.word("kind", Kind.class),
                parameters.flag("awaitsDecision"),
                parameters.instant("since"),
                parameters.instant("until"));
    }
}
