package io.bactrian.failure;

import io.bactrian.paging.InvalidCursorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which letters there are, the newest first, so that a page opens only the files that it shows. Read at the start from
 * the files' names and times.
 */
final class DeadLetterIndex {

    static final String ENDING = ".json";

    /** @param millis when it failed */
    record Entry(long millis, String id) {

        /** The word that an id begins with. */
        String kind() {
            return id.substring(0, Math.max(0, id.indexOf('-')));
        }

        String cursor() {
            byte[] place = (millis + " " + id).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
        }

        private static Entry of(String cursor) {
            try {
                String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int between = place.indexOf(' ');
                return new Entry(Long.parseLong(place.substring(0, between)), place.substring(between + 1));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new InvalidCursorException();
            }
        }
    }

    private final TreeSet<Entry> order =
            new TreeSet<>(Comparator.comparingLong(Entry::millis).reversed().thenComparing(Entry::id));

    private final Map<String, Entry> byId = new HashMap<>();

    DeadLetterIndex(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                put(
                        name.substring(0, name.length() - ENDING.length()),
                        Files.getLastModifiedTime(file).toInstant());
            }
        }
    }

    synchronized void put(String id, Instant at) {
        remove(id);
        Entry entry = new Entry(at.toEpochMilli(), id);
        byId.put(id, entry);
        order.add(entry);
    }

    synchronized void remove(String id) {
        Entry known = byId.remove(id);
        if (known != null) {
            order.remove(known);
        }
    }

    synchronized int count() {
        return order.size();
    }

    /**
     * @param cursor the {@link Entry#cursor} of the last one of the page before, or null
     * @param most how many at the most
     * @param wanted asked while nothing else can be, so it must not open a file
     */
    synchronized List<Entry> after(String cursor, int most, Predicate<Entry> wanted) {
        Iterable<Entry> rest = cursor == null ? order : order.tailSet(Entry.of(cursor), false);
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : rest) {
            if (entries.size() == most) {
                break;
            }
            if (wanted.test(entry)) {
                entries.add(entry);
            }
        }
        return entries;
    }

    synchronized List<String> ids() {
        return List.copyOf(byId.keySet());
    }
}
