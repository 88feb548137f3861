package io.bactrian.moving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An exported house: a line that says so, a line for each record, and the manifest as the last line. */
final class HouseFile {

    static final String FIRST_LINE = "{\"format\":\"bactrian-house\",\"version\":1}";

    private static final String MANIFEST = "{\"manifest\":";
    private static final int BUFFER = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    HouseFile(Path path) {
        this.path = path;
    }

    static boolean isCompressed(Path path) {
        return path.getFileName().toString().endsWith(".gz");
    }

    static String lastLine(Manifest manifest) {
        return MANIFEST + manifest.json() + "}";
    }

    /** What is done with each record's line. */
    interface Lines {
        void next(RecordKind kind, String line) throws IOException;
    }

    /**
     * Gives the records one after the other.
     *
     * @return what the file says it holds
     * @throws MoveFailed where it is no such file, or ends too early
     */
    Manifest read(Lines lines) throws IOException {
        try (BufferedReader reader = open()) {
            if (!FIRST_LINE.equals(reader.readLine())) {
                throw new MoveFailed(path.getFileName() + " is no file that --export of this version wrote");
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(MANIFEST)) {
                    return end(line, reader);
                }
                lines.next(RecordLine.kind(line), line);
            }
        } catch (EOFException e) {
            throw cut();
        } catch (ZipException e) {
            throw MoveFailed.different(path.getFileName() + " was changed since it was written: " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new MoveFailed("there is no file " + path);
        }
        throw cut();
    }

    private MoveFailed cut() {
        return new MoveFailed(path.getFileName() + " ends too early: let --export finish it first");
    }

    private static Manifest end(String line, BufferedReader reader) throws IOException {
        if (reader.readLine() != null) {
            throw MoveFailed.different("the file goes on after its end");
        }
        try {
            JsonNode json = JSON.readTree(line).get("manifest");
            return Manifest.read(json);
        } catch (JsonProcessingException | RuntimeException e) {
            throw MoveFailed.different("the file's last line is no manifest");
        }
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = Files.newInputStream(path);
        InputStream plain = isCompressed(path) ? new GZIPInputStream(bytes, BUFFER) : bytes;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER);
    }
}
