package io.bactrian.segments;

/**
 * A character of a text that GSM-7 does not have: one is enough to make the whole text UCS-2.
 *
 * @param index which character of the text, from 0
 * @param codePoint as Unicode writes it, for instance {@code U+2019}
 * @param name Unicode's, or null where it has none
 * @param replacement what GSM-7 has in its place, empty where the character can be left out, or null
 */
public record ForeignCharacter(int index, String character, String codePoint, String name, String replacement) {

    static ForeignCharacter of(int index, int codePoint) {
        return new ForeignCharacter(
                index,
                Character.toString(codePoint),
                "U+%04X".formatted(codePoint),
                Character.getName(codePoint),
                PlainCharacters.of(codePoint).orElse(null));
    }

    @Override
    public String toString() {
        return "ForeignCharacter[" + index + "]";
    }
}
