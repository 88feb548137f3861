package io.bactrian.segments;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a part of an SMS is written in. A part has 140 octets; of each of several, six tell how they belong together. */
public enum Encoding {
    GSM_7("GSM-7", 160, 153),
    UCS_2("UCS-2", 70, 67);

    /** What a reader sees as one character; a line break is two all the same. */
    private static final Pattern CHARACTER = Pattern.compile("\\r|\\X");

    private final String word;
    private final int alone;
    private final int eachOfSeveral;

    Encoding(String word, int alone, int eachOfSeveral) {
        this.word = word;
        this.alone = alone;
        this.eachOfSeveral = eachOfSeveral;
    }

    /** GSM-7 where it has every character of the text. */
    static Encoding of(String text) {
        return text.codePoints().allMatch(Gsm7::has) ? GSM_7 : UCS_2;
    }

    /** How many units fit into a part that is the only one. */
    int alone() {
        return alone;
    }

    /** How many units fit into a part that is one of several. */
    int eachOfSeveral() {
        return eachOfSeveral;
    }

    /** The units of each piece of the text that is not to be cut. */
    int[] pieces(String text) {
        if (this == GSM_7) {
            return text.codePoints().map(Gsm7::septets).toArray();
        }
        return CHARACTER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMapToInt(Encoding::piece)
                .toArray();
    }

    private static IntStream piece(String character) {
        // Marks can be heaped on a letter without end; what no part holds has to be cut.
        return character.length() <= UCS_2.eachOfSeveral
                ? IntStream.of(character.length())
                : character.codePoints().map(Character::charCount);
    }

    @Override
    public String toString() {
        return word;
    }
}
