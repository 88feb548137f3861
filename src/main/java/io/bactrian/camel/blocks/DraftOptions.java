package io.bactrian.camel.blocks;

import io.bactrian.domain.Kind;
import io.bactrian.domain.Priority;

/**
 * What a sink says of every text that it sends.
 *
 * @param name what they are for
 * @param reply to the sender of the message that the route was told of
 * @param toSetting the setting that holds the recipient's number, or null
 * @param userId of the recipient, or null
 * @param fromSetting the setting that holds the sender's number, or null
 */
record DraftOptions(
        String name,
        boolean reply,
        String toSetting,
        String userId,
        String fromSetting,
        Kind kind,
        Priority priority,
        String tenant) {}
