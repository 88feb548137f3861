package io.bactrian.messages;

import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.paging.PageRequest;
import java.time.Instant;

/**
 * Which messages are wanted. Null asks for all.
 *
 * @param awaitsDecision whether an operator has to say what became of them
 * @param since received or queued at this time or later, UTC
 * @param until received or queued before this time, UTC
 * @param person whom they came from or go to
 * @param text what they hold. A page of a search looks through so many messages and no more, so it may have few hits, or
 *     none, and still a next page
 * @param batchId which batch they belong to
 */
public record MessageQuery(
        PageRequest page,
        MessageStatus status,
        Kind kind,
        Boolean awaitsDecision,
        Instant since,
        Instant until,
        PhoneNumber person,
        String text,
        String batchId) {

    /** Of anybody, any text and any batch. */
    public MessageQuery(
            PageRequest page, MessageStatus status, Kind kind, Boolean awaitsDecision, Instant since, Instant until) {
        this(page, status, kind, awaitsDecision, since, until, null, null, null);
    }

    /** Those of all tenants of which an operator has to say what became of them. */
    public static MessageQuery awaitingDecision(String cursor, int limit) {
        return new MessageQuery(new PageRequest(null, cursor, limit), MessageStatus.SENDING, null, true, null, null);
    }

    /** Of whatever status and kind. */
    public static MessageQuery all(PageRequest page, Instant since, Instant until) {
        return new MessageQuery(page, null, null, null, since, until);
    }

    /** The same, as far as it means anything for messages that came in. */
    public MessageQuery ofIncoming() {
        return new MessageQuery(page, null, null, null, since, until, person, text, null);
    }

    /** The same, of another page. */
    public MessageQuery on(PageRequest other) {
        return new MessageQuery(other, status, kind, awaitsDecision, since, until, person, text, batchId);
    }

    @Override
    public String toString() {
        return "MessageQuery[]";
    }
}
