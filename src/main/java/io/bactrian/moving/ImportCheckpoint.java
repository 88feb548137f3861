package io.bactrian.moving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far an import has come, kept beside its file.
 *
 * @param store the fingerprint of the store that is filled
 * @param manifest of the file, so that another one under its name begins anew
 * @param records how many of the file's records are in the store for certain
 */
record ImportCheckpoint(String store, Manifest manifest, long records) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".import");
    }

    /** Null where there is none, or one of another store or another file. */
    static ImportCheckpoint read(Path file, String store, Manifest manifest) throws IOException {
        Path place = beside(file);
        if (!Files.exists(place)) {
            return null;
        }
        JsonNode json = JSON.readTree(Files.readString(place));
        boolean fits =
                store.equals(json.path("store").textValue()) && manifest.equals(Manifest.read(json.path("manifest")));
        return fits ? new ImportCheckpoint(store, manifest, json.path("records").longValue()) : null;
    }

    void write(Path file) throws IOException {
        String json = JSON.createObjectNode()
                .put("store", store)
                .put("records", records)
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("manifest", manifest.json())
                .toString();
        OwnerOnly.replace(beside(file), json);
    }
}
