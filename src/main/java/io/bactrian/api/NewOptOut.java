package io.bactrian.api;

import java.time.OffsetDateTime;

/**
 * An opt-out, or an opt-in, that somebody puts on record.
 *
 * @param sender the number, the name or the messaging service of ours that it is about, or null for all senders
 * @param status null for an opt-out
 * @param at when the recipient said so, or null for now
 * @param reason how the caller knows; needed for an opt-in
 */
public record NewOptOut(
        String phoneNumber, String userId, String sender, OptOutStatus status, OffsetDateTime at, String reason) {

    boolean optedOut() {
        return status != OptOutStatus.OPTED_IN;
    }

    @Override
    public String toString() {
        return "NewOptOut[" + status + "]";
    }
}
