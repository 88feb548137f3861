package io.bactrian.api;

import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.PhoneNumber;
import java.time.Instant;

/**
 * The last word of a recipient on a sender of ours, or on all, with the evidence.
 *
 * @param allSenders true where neither a sender nor a service is named
 * @param messageId the text that came in, or the message of ours that was refused, or null
 * @param recordedBy who put it on record, or null where it came from the recipient or the provider
 */
public record OptOut(
        PhoneNumber phoneNumber,
        OptOutStatus status,
        PhoneNumber sender,
        String messagingServiceSid,
        boolean allSenders,
        OptOutSource source,
        String wording,
        String messageId,
        String reason,
        String recordedBy,
        Instant at) {

    static OptOut of(OptOutChange change) {
        return new OptOut(
                change.phoneNumber(),
                OptOutStatus.of(change.optedOut()),
                change.sender(),
                change.service(),
                change.isForAll(),
                change.source(),
                change.wording(),
                change.messageId(),
                change.reason(),
                change.recordedBy(),
                change.at());
    }

    @Override
    public String toString() {
        return "OptOut[" + status + "]";
    }
}
