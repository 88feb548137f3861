package io.bactrian.failure;

import java.nio.file.Path;

/** The gateway must not start: what it could not keep, it would lose. */
public class DataFolderRefused extends RuntimeException {

    public DataFolderRefused(Path folder, Exception cause) {
        super(folder.toAbsolutePath().normalize() + " cannot be written to ("
                + cause.getClass().getSimpleName() + ").");
        initCause(cause);
    }

    public DataFolderRefused(String message) {
        super(message);
    }
}
