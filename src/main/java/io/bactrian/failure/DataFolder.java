package io.bactrian.failure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of {@code sms.data-dir} that work is kept in, which only its owner can read and which can be written to. */
public final class DataFolder {

    private static final String PART = ".part-";
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder where it is not there, removes what a killed process left half-written, and writes to it once.
     *
     * @throws DataFolderRefused where nothing can be kept there
     */
    public static DataFolder open(Path path) {
        DataFolder folder = new DataFolder(path);
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            folder.removeLeftovers();
            folder.tryWriting();
            return folder;
        } catch (IOException e) {
            throw new DataFolderRefused(path, e);
        }
    }

    /** The folder, which is there, with nothing made and nothing removed: a gateway may be using it. */
    public static DataFolder asItIs(Path path) {
        return new DataFolder(path);
    }

    public Path path() {
        return path;
    }

    /**
     * Writes a file, forces it to disk and removes it again.
     *
     * @throws IOException where the disk does not take it
     */
    public void tryWriting() throws IOException {
        Path trial = path.resolve("trial" + PART + Thread.currentThread().getId());
        try {
            DurableFile.force(trial, new byte[] {'x'});
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    /** Puts on the disk which names stand here. */
    public void forceNames() throws IOException {
        DurableFile.forceNames(path);
    }

    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(path, "*" + PART + "*")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
                LOG.info("{} was half-written when the process ended, and is removed", leftover.getFileName());
            }
        }
    }
}
