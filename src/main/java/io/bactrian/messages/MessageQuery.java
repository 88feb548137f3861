package io.bactrian.messages;

import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.paging.PageRequest;
import java.time.Instant;

/**
 * Which messages are wanted. Null asks for all.
 *
 * @param awaitsDecision whether an operator has to say what became of them
 * @param since received or queued at this time or later, UTC
 * @param until received or queued before this time, UTC
 */
public record MessageQuery(
        PageRequest page, MessageStatus status, Kind kind, Boolean awaitsDecision, Instant since, Instant until) {

    /** Of whatever status and kind. */
    public static MessageQuery all(PageRequest page, Instant since, Instant until) {
        return new MessageQuery(page, null, null, null, since, until);
    }
}
