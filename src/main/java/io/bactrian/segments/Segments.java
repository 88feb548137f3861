package io.bactrian.segments;

import io.bactrian.domain.OutgoingMessage;
import java.util.stream.IntStream;

/**
 * How a text is cut into the parts that carriers carry and bill (3GPP TS 23.038 and 23.040), as Twilio's own calculator
 * does it: an escaped character, and what a reader sees as one character, are never cut in two.
 *
 * @param characters of Unicode
 * @param units septets in GSM-7, UTF-16 units of 16 bits in UCS-2
 * @param count how many parts; an empty text is one, too
 * @param unitsLeft how many units the last part still has room for
 */
public record Segments(Encoding encoding, int characters, int units, int count, int unitsLeft) {

    public static Segments of(String text) {
        Encoding encoding = Encoding.of(text);
        int characters = text.codePointCount(0, text.length());
        int[] pieces = encoding.pieces(text);
        int units = IntStream.of(pieces).sum();
        if (units <= encoding.alone()) {
            return new Segments(encoding, characters, units, 1, encoding.alone() - units);
        }
        int parts = 1;
        int used = 0;
        for (int piece : pieces) {
            if (used + piece > encoding.eachOfSeveral()) {
                parts++;
                used = 0;
            }
            used += piece;
        }
        return new Segments(encoding, characters, units, parts, encoding.eachOfSeveral() - used);
    }

    /**
     * How many parts the provider is likely to bill: only an SMS is cut, anything else goes as one. Null for a call,
     * which has none.
     */
    public static Integer estimate(OutgoingMessage message) {
        return switch (message.channel()) {
            case SMS -> of(message.messageContent()).count();
            case VOICE -> null;
            default -> 1;
        };
    }
}
