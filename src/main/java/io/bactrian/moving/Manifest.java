package io.bactrian.moving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is of each kind, by count and hash. */
final class Manifest {

    private final Map<RecordKind, Tally> tallies = new EnumMap<>(RecordKind.class);

    void add(RecordKind kind, String line) {
        tallies.put(kind, of(kind).and(line));
    }

    Tally of(RecordKind kind) {
        return tallies.getOrDefault(kind, Tally.NOTHING);
    }

    long total() {
        return tallies.values().stream().mapToLong(Tally::count).sum();
    }

    /** How they differ, in words: {@code users: 3 in the file, 2 in the store}; empty where they do not. */
    String differences(String here, Manifest other, String there) {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> !of(kind).equals(other.of(kind)))
                .map(kind -> kind.collection() + ": " + of(kind).count() + " " + here + ", "
                        + other.of(kind).count() + " " + there
                        + (of(kind).count() == other.of(kind).count() ? ", and they are not the same" : ""))
                .collect(Collectors.joining("; "));
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (RecordKind kind : RecordKind.values()) {
            json.putObject(kind.collection()).put("count", of(kind).count()).put("hash", of(kind).hash());
        }
        return json;
    }

    static Manifest read(JsonNode json) {
        Manifest manifest = new Manifest();
        json.fields().forEachRemaining(entry -> {
            Tally tally = new Tally(
                    entry.getValue().path("count").asLong(),
                    new BigInteger(entry.getValue().path("hash").asText(), 16));
            manifest.tallies.put(RecordKind.of(entry.getKey()), tally);
        });
        return manifest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Manifest manifest && json().equals(manifest.json());
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }
}
