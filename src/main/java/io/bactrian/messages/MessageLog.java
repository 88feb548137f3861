package io.bactrian.messages;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All messages, each seen by its own tenant only; newest first. */
public interface MessageLog {

    /**
     * Ignores the status, the kind and the batch that are wanted, and whether they await a decision. Messages that this
     * version cannot read are left out.
     *
     * @throws io.bactrian.paging.InvalidCursorException where the cursor is none of ours
     */
    Page<IncomingMessage> incomingPage(MessageQuery wanted);

    /**
     * Messages that this version cannot read are left out.
     *
     * @throws io.bactrian.paging.InvalidCursorException where the cursor is none of ours
     */
    Page<OutgoingMessage> outgoingPage(MessageQuery wanted);

    /**
     * What became of an outgoing message, or nothing where there is none of that id.
     *
     * @param tenant null for whichever it is
     */
    Optional<MessageState> status(String tenant, String id);

    /**
     * Cancels an outgoing message that is still queued; whatever else it is, it stays.
     *
     * @return what it is afterwards, or nothing where there is none of that id
     */
    Optional<MessageState> cancel(String tenant, String id);

    /** The message that came in itself, or nothing where there is none of that id. */
    Optional<IncomingMessage> incoming(String tenant, String messageSid);

    /**
     * The outgoing message itself, or nothing where there is none of that id.
     *
     * @param tenant null for whichever it is
     */
    Optional<OutgoingMessage> outgoing(String tenant, String id);

    /** How many messages of all tenants wait for an operator to say whether they were sent. */
    long countAwaitingDecision();

    /** What waits of all tenants, one for each priority, the most urgent first. */
    List<QueueDepth> queueDepths(Instant now);
}
