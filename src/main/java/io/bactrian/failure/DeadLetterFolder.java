package io.bactrian.failure;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.bactrian.GatewaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Dead letters as files, one JSON object each, readable by their owner only. A letter is complete or not there at all:
 * it is written under another name, forced to disk and then renamed.
 */
@Component("deadLetters")
class DeadLetterFolder implements DeadLetters {

    private static final String ENDING = ".json";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterFolder.class);

    private final Path folder;
    private final Path done;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    DeadLetterFolder(GatewaySettings settings) {
        this.folder = settings.dataDir().resolve("dead-letters");
        this.done = folder.resolve("replayed");
        try {
            Files.createDirectories(
                    done, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for dead letters cannot be made", e);
        }
    }

    @Override
    public void keep(DeadLetter letter) {
        try {
            DurableFile.write(folder.resolve(letter.id() + ENDING), json.writeValueAsBytes(letter));
        } catch (IOException e) {
            throw new UncheckedIOException("a dead letter cannot be written", e);
        }
    }

    @Override
    public List<DeadLetterSummary> list(int limit) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .flatMap(file -> readable(file).stream())
                    .map(letter -> letter.summary(false))
                    .sorted(Comparator.comparing(DeadLetterSummary::at).reversed())
                    .limit(limit)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the dead letters cannot be listed", e);
        }
    }

    @Override
    public DeadLetter open(String id) {
        // The id comes from a URL: only a name that stands in the folder's own listing is ever opened.
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(id + ENDING))
                    .findFirst()
                    .map(this::read)
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException("the dead letters cannot be listed", e);
        }
    }

    /** A file that somebody broke by hand must not hide the others. */
    private Optional<DeadLetter> readable(Path file) {
        try {
            return Optional.of(read(file));
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("{} in the folder of dead letters cannot be read", file.getFileName());
            return Optional.empty();
        }
    }

    private DeadLetter read(Path file) {
        try {
            JsonNode tree = json.readTree(file.toFile());
            DeadLetter.Kind kind = DeadLetter.Kind.valueOf(tree.get("kind").asText());
            return new DeadLetter(
                    tree.get("id").asText(),
                    Instant.parse(tree.get("at").asText()),
                    tree.get("route").asText(),
                    tree.get("step").asText(),
                    json.treeToValue(tree.get("cause"), Cause.class),
                    kind,
                    json.treeToValue(tree.get("job"), kind.type()));
        } catch (IOException e) {
            throw new UncheckedIOException("the dead letter " + file.getFileName() + " cannot be read", e);
        }
    }

    @Override
    public DeadLetterSummary replayed(DeadLetter letter) {
        try {
            String name = letter.id() + ENDING;
            Files.move(folder.resolve(name), done.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            return letter.summary(true);
        } catch (NoSuchFileException e) {
            return letter.summary(true); // another replay of the same letter was faster
        } catch (IOException e) {
            throw new UncheckedIOException("a dead letter cannot be put aside", e);
        }
    }
}
