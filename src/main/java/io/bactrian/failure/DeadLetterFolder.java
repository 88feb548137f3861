package io.bactrian.failure;

import io.bactrian.GatewaySettings;
import io.bactrian.failure.DeadLetterIndex.Entry;
import io.bactrian.paging.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Dead letters as files, one JSON object each, readable by their owner only. A letter is complete or not there at all:
 * it is written under another name, forced to disk and then renamed.
 */
@Component("deadLetters")
class DeadLetterFolder implements DeadLetters {

    /** An id comes from a URL: nothing that could lead out of the folder is ever opened. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterFolder.class);

    private final Path folder;
    private final Path done;
    private final DeadLetterIndex index;
    private final DeadLetterJson json = new DeadLetterJson();
    private final DeadLetterFacts facts = new DeadLetterFacts(this::file, json);

    DeadLetterFolder(GatewaySettings settings) {
        this.folder =
                DataFolder.open(settings.dataDir().resolve("dead-letters")).path();
        this.done = DataFolder.open(folder.resolve("replayed")).path();
        try {
            this.index = new DeadLetterIndex(folder);
        } catch (IOException e) {
            throw new DataFolderRefused(folder, e);
        }
    }

    @Override
    public void keep(DeadLetter letter) {
        try {
            DurableFile.write(file(letter.id()), json.write(letter), letter.at());
            facts.put(letter);
            index.put(letter.id(), letter.at());
        } catch (IOException e) {
            throw new UncheckedIOException("a dead letter cannot be written", e);
        }
    }

    @Override
    public Page<DeadLetterSummary> page(DeadLetterQuery query, String cursor, int limit) {
        List<Entry> entries = find(query, query.looksInside(), cursor, limit + 1);
        boolean more = entries.size() > limit;
        List<Entry> shown = more ? entries.subList(0, limit) : entries;
        List<DeadLetterSummary> items = shown.stream()
                .flatMap(entry -> readable(entry.id()).stream())
                .map(letter -> letter.summary(false))
                .toList();
        return new Page<>(items, more ? shown.get(limit - 1).cursor() : null);
    }

    @Override
    public DeadLetterCounts counts(DeadLetterQuery query) {
        return DeadLetterCounts.of(find(query, true, null, Integer.MAX_VALUE), facts::of);
    }

    private List<Entry> find(DeadLetterQuery query, boolean inside, String cursor, int most) {
        if (inside) {
            facts.learn(index.ids());
        }
        return index.after(cursor, most, entry -> query.fits(entry, facts.of(entry.id())));
    }

    @Override
    public int count() {
        return index.count();
    }

    @Override
    public DeadLetter open(String id) {
        return ID.matcher(id).matches() && Files.exists(file(id)) ? read(id) : null;
    }

    private Path file(String id) {
        return folder.resolve(id + DeadLetterIndex.ENDING);
    }

    /** A file that somebody broke or removed by hand must not hide the others. */
    private Optional<DeadLetter> readable(String id) {
        try {
            return Optional.of(read(id));
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            if (Files.notExists(file(id))) {
                forget(id);
            }
            LOG.warn("{} in the folder of dead letters cannot be read", id);
            return Optional.empty();
        }
    }

    private DeadLetter read(String id) {
        return json.read(file(id), id);
    }

    @Override
    public DeadLetterSummary replayed(DeadLetter letter) {
        try {
            Path file = file(letter.id());
            Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            LOG.debug("{} was put aside by another replay", letter.id());
        } catch (IOException e) {
            throw new UncheckedIOException("a dead letter cannot be put aside", e);
        }
        forget(letter.id());
        return letter.summary(true);
    }

    private void forget(String id) {
        index.remove(id);
        facts.remove(id);
    }
}
