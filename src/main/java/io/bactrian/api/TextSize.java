package io.bactrian.api;

import io.bactrian.cost.Cost;
import io.bactrian.segments.Encoding;

/**
 * What a text takes; what does not apply is null.
 *
 * @param characters of Unicode
 * @param tooLong whether a call to send would refuse it
 * @param units septets or 16 bits, as the encoding has them
 * @param unitsLeft what the last segment still has room for
 */
public record TextSize(
        Encoding encoding,
        int characters,
        boolean tooLong,
        Integer units,
        Integer segments,
        Integer unitsLeft,
        Cost estimatedCost) {

    /** Over all segments; Twilio's limit, and ours. */
    static final int MOST_CHARACTERS = 1600;
}
