package io.bactrian.moving;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param out true to export, false to import
 * @param settings the other arguments
 */
record MovingRequest(boolean out, Path file, List<String> settings) {

    private static final List<String> WORDS = List.of("--export", "--import");

    /** Whether it is about moving at all. */
    static boolean isMadeBy(String... args) {
        return List.of(args).stream().anyMatch(MovingRequest::asks);
    }

    private static boolean asks(String arg) {
        return WORDS.stream().anyMatch(word -> arg.equals(word) || arg.startsWith(word + "="));
    }

    /** @throws MoveFailed where it is not clear what is wanted */
    static MovingRequest of(String... args) {
        List<String> rest = new ArrayList<>(List.of(args));
        List<String> asking = rest.stream().filter(MovingRequest::asks).toList();
        if (asking.size() != 1) {
            throw MoveFailed.misasked("give one of --export=FILE and --import=FILE");
        }
        String asked = asking.get(0);
        int place = rest.indexOf(asked);
        rest.remove(place);
        String file =
                WORDS.contains(asked) && place < rest.size() && !rest.get(place).startsWith("--")
                        ? rest.remove(place)
                        : asked.substring(Math.min(asked.length(), "--export=".length()));
        if (file.isBlank()) {
            throw MoveFailed.misasked("say which file: --export=FILE or --import=FILE");
        }
        return new MovingRequest(asked.startsWith("--export"), Path.of(file), rest);
    }
}
