package io.bactrian.failure;

import com.github.benmanes.caffeine.cache.Interner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Step and cause of each letter. They stand inside of the files, which nobody reads at the start: those that were there
 * before are read when somebody first asks for step or cause, each once and only as far as the job. Equal ones are one
 * object, so that many letters of one failure take little memory.
 */
final class DeadLetterFacts {

    /** @param cause the line of causes */
    record Facts(String step, String cause) {

        /** Of a file that somebody broke, so that it is not read again for every question. */
        private static final Facts UNREADABLE = new Facts("unreadable", "unreadable");
    }

    private final Map<String, Facts> known = new ConcurrentHashMap<>();
    private final Interner<Facts> one = Interner.newWeakInterner();
    private final Function<String, Path> file;
    private final DeadLetterJson json;

    DeadLetterFacts(Function<String, Path> file, DeadLetterJson json) {
        this.file = file;
        this.json = json;
    }

    void put(DeadLetter letter) {
        known.put(
                letter.id(), one.intern(new Facts(letter.step(), letter.cause().line())));
    }

    void remove(String id) {
        known.remove(id);
    }

    /** Null where nobody has looked. */
    Facts of(String id) {
        return known.get(id);
    }

    /** Reads those that are not known yet; one caller at a time does. */
    synchronized void learn(Collection<String> ids) {
        ids.stream().filter(id -> !known.containsKey(id)).forEach(id -> known.putIfAbsent(id, read(id)));
    }

    private Facts read(String id) {
        try {
            return one.intern(json.facts(file.apply(id)));
        } catch (IOException e) {
            return Facts.UNREADABLE;
        }
    }
}
