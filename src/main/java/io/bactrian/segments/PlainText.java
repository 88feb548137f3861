package io.bactrian.segments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text as GSM-7 would have it. */
public final class PlainText {

    private PlainText() {}

    /** The text with a plain replacement for each character that has one. */
    public static String of(String text) {
        return text.codePoints().mapToObj(PlainText::plain).collect(Collectors.joining());
    }

    /** The characters of the text that GSM-7 does not have, in their order. */
    public static List<ForeignCharacter> foreign(String text) {
        int[] characters = text.codePoints().toArray();
        return IntStream.range(0, characters.length)
                .filter(index -> !Gsm7.has(characters[index]))
                .mapToObj(index -> ForeignCharacter.of(index, characters[index]))
                .toList();
    }

    private static String plain(int character) {
        String same = Character.toString(character);
        return Gsm7.has(character) ? same : PlainCharacters.of(character).orElse(same);
    }
}
