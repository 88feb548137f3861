package io.bactrian.api;

import io.bactrian.cost.Cost;
import io.bactrian.domain.MessageStatus;
import io.bactrian.messages.Waiting;
import io.bactrian.segments.Encoding;

/**
 * What became of a message while its sender waited; what does not apply is null.
 *
 * @param segments the provider's count where it has told one, else ours
 * @param estimatedCost null where no price is known, and where the provider refused the message
 * @param waiting why it is not sent at once, where it is not to be
 */
public record SendResult(
        String id,
        MessageStatus status,
        String providerMessageId,
        Encoding encoding,
        Integer segments,
        Cost estimatedCost,
        Waiting waiting,
        String errorCode,
        String errorMessage) {}
