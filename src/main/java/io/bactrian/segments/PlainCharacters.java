package io.bactrian.segments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What GSM-7 has in the place of a character that it does not have: by the table, which holds what Twilio's Smart
 * Encoding replaces and a few more, and else by what Unicode says that the character is made of. Two things differ from
 * Twilio's calculator: a blank is replaced by one blank and not by two, and an accent goes, so that it does not become a
 * sign of its own ({@code ~} for a tilde).
 */
final class PlainCharacters {

    private static final Map<Integer, String> TABLE = read("/segments/plain-characters.txt");
    private static final int FIRST_ACCENT = 0x0300;
    private static final int LAST_ACCENT = 0x036F;

    private PlainCharacters() {}

    /** The replacement, empty where the character can be left out; or nothing where there is none. */
    static Optional<String> of(int character) {
        String listed = TABLE.get(character);
        return listed == null ? taken(Character.toString(character)) : Optional.of(listed);
    }

    /** First the letter with its accent, as GSM-7 has some of those, then without. */
    private static Optional<String> taken(String character) {
        String compatible = Normalizer.normalize(character, Normalizer.Form.NFKC);
        if (Gsm7.has(compatible)) {
            return Optional.of(compatible);
        }
        String apart = Normalizer.normalize(character, Normalizer.Form.NFKD);
        // An accent that stands alone is a blank with an accent to Unicode, and a blank says nothing of it.
        if (apart.startsWith(" ")) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        apart.codePoints().forEach(part -> plain.append(plain(part)));
        return Optional.of(plain.toString()).filter(Gsm7::has);
    }

    private static String plain(int part) {
        String listed = TABLE.get(part);
        if (listed != null) {
            return listed;
        }
        return part >= FIRST_ACCENT && part <= LAST_ACCENT ? "" : Character.toString(part);
    }

    private static Map<Integer, String> read(String resource) {
        try (InputStream file = PlainCharacters.class.getResourceAsStream(resource)) {
            Map<Integer, String> table = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(line -> line.split(" "))
                    .forEach(words -> characters(words).forEach(each -> table.put(each, replacement(words[0]))));
            return Map.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Integer> characters(String[] words) {
        return Arrays.stream(words, 1, words.length).map(word -> Integer.valueOf(word, 16));
    }

    private static String replacement(String word) {
        return switch (word) {
            case "NOTHING" -> "";
            case "SPACE" -> " ";
            default -> word;
        };
    }
}
