package io.bactrian.moving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far an export has come, kept beside its file.
 *
 * @param store the fingerprint of the store that is read
 * @param bytes how much of the file counts; what stands behind it is written again
 * @param kind what is being read
 * @param after where in it, in the store's own words, or null
 * @param manifest of what stands in the file up to there
 */
record ExportCheckpoint(String store, long bytes, RecordKind kind, String after, Manifest manifest) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".export");
    }

    static ExportCheckpoint start(String store) {
        return new ExportCheckpoint(store, 0, RecordKind.USERS, null, new Manifest());
    }

    /** Null where there is none. */
    static ExportCheckpoint read(Path file) throws IOException {
        Path place = beside(file);
        if (!Files.exists(place)) {
            return null;
        }
        JsonNode json = JSON.readTree(Files.readString(place));
        return new ExportCheckpoint(
                json.get("store").textValue(),
                json.get("bytes").longValue(),
                RecordKind.of(json.get("collection").textValue()),
                json.get("after").textValue(),
                Manifest.read(json.get("manifest")));
    }

    void write(Path file) throws IOException {
        String json = JSON.createObjectNode()
                .put("store", store)
                .put("bytes", bytes)
                .put("collection", kind.collection())
                .put("after", after)
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("manifest", manifest.json())
                .toString();
        OwnerOnly.replace(beside(file), json);
    }
}
