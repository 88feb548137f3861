package io.bactrian.api;

import io.bactrian.batches.Batches;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.MessageState;
import io.bactrian.messages.Waits;
import io.bactrian.outbound.RetryPolicy;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What callers ask about messages. */
@Component
public class MessageRequests {

    private static final Logger LOG = LoggerFactory.getLogger(MessageRequests.class);

    private final MessageLog log;
    private final Batches batches;
    private final UserDirectory users;
    private final RetryPolicy policy;
    private final Waits waits;

    MessageRequests(MessageLog log, Batches batches, UserDirectory users, RetryPolicy policy, Waits waits) {
        this.waits = waits;
        this.log = log;
        this.batches = batches;
        this.users = users;
        this.policy = policy;
    }

    /** A page, or a table where the caller wants CSV. */
    public Object incoming(Parameters parameters, Caller caller) {
        MessageQuery query = query(parameters, caller);
        return parameters.wantsCsv()
                ? MessageCsv.incoming(query, log::incomingPage)
                : Parameters.paging(() -> log.incomingPage(query));
    }

    /** A page, or a table where the caller wants CSV. */
    public Object outgoing(Parameters parameters, Caller caller) {
        MessageQuery query = query(parameters, caller);
        return parameters.wantsCsv()
                ? MessageCsv.outgoing(query, log::outgoingPage)
                : Parameters.paging(() -> log.outgoingPage(query));
    }

    /** The message that came in, or null where there is none of that id. */
    public IncomingMessage oneIncoming(Parameters parameters, Caller caller) {
        return log.incoming(caller.tenant(), parameters.text("id")).orElse(null);
    }

    /** The outgoing message, or null where there is none of that id. */
    public OutgoingMessage oneOutgoing(Parameters parameters, Caller caller) {
        return log.outgoing(caller.tenant(), parameters.text("id")).orElse(null);
    }

    /** How far a message or a batch is; null where there is neither of that id. */
    public Object status(Parameters parameters, Caller caller) {
        String id = parameters.text("id");
        return MessageIds.isOfBatch(id)
                ? batches.find(caller.tenant(), id).orElse(null)
                : log.status(caller.tenant(), id).map(waits::explained).orElse(null);
    }

    /**
     * The message, canceled; null where there is none of that id.
     *
     * @throws Refused where it does not wait any more
     */
    public MessageState cancel(Parameters parameters, Caller caller) {
        MessageState state = log.cancel(caller.tenant(), parameters.text("id")).orElse(null);
        if (state != null && state.status() != MessageStatus.CANCELED) {
            throw Refused.conflict("id", "is that of a message that does not wait any more");
        }
        return state;
    }

    /** The messages of all tenants that wait for an operator's word. */
    public Page<AwaitedDecision> decisions(Parameters parameters) {
        Page<OutgoingMessage> page = Parameters.paging(
                () -> log.outgoingPage(MessageQuery.awaitingDecision(parameters.text("cursor"), parameters.limit())));
        return new Page<>(page.items().stream().map(AwaitedDecision::of).toList(), page.nextCursor());
    }

    /**
     * What the operator's word makes of the message of any tenant, or null where there is no message of that id.
     *
     * @throws Refused where it awaits no decision
     */
    public AttemptOutcome decide(Decision decision, Parameters parameters) {
        OutgoingMessage message = log.outgoing(null, parameters.text("id")).orElse(null);
        if (message == null) {
            return null;
        }
        if (!message.awaitsDecision()) {
            throw Refused.conflict("id", "is a message that awaits no decision");
        }
        LOG.atInfo()
                .addKeyValue("messageId", message.id())
                .log("{} is decided by an operator: {}", message.id(), decision.sent() ? "sent" : "not sent");
        return policy.decided(message, decision.sent());
    }

    /** The message of any tenant, after a decision. */
    public MessageState decided(Parameters parameters) {
        return log.status(null, parameters.text("id")).orElse(null);
    }

    private MessageQuery query(Parameters parameters, Caller caller) {
        return new MessageQuery(
                parameters.page(caller),
                parameters.word("status", MessageStatus.class),
                parameters.word("kind", Kind.class),
                parameters.flag("awaitsDecision"),
                parameters.instant("since"),
                parameters.instant("until"),
                person(parameters.text("userId"), caller),
                parameters.text("text"),
                parameters.text("batchId"));
    }

    private PhoneNumber person(String userId, Caller caller) {
        return userId == null
                ? null
                : users.find(caller.tenant(), userId)
                        .map(User::phoneNumber)
                        .orElseThrow(() -> Refused.invalid("userId", "is nobody's"));
    }
}
