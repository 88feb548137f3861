package io.bactrian.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps the hash of a password in a file that only its owner can read. */
final class PasswordFile {

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private final Path file;

    PasswordFile(Path file) {
        this.file = file;
    }

    /** @throws IllegalStateException where the file holds no hash: nobody could log in, and nobody would know why */
    Optional<String> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String hash = Files.readString(file).strip();
            if (!BCRYPT.matcher(hash).matches()) {
                throw new IllegalStateException(file
                        + " holds no password hash. Delete it to have a new password made, or set OPERATOR_PASSWORD.");
            }
            return Optional.of(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All or nothing; where another process was faster, its hash stays, and is given back. */
    String write(String hash) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft =
                    Files.createTempFile(file.toAbsolutePath().getParent(), "operator-password", ".new", ownerOnly());
            try {
                Files.writeString(draft, hash + "\n");
                Files.createLink(file, draft);
                return hash;
            } catch (FileAlreadyExistsException e) {
                return read().orElseThrow();
            } catch (UnsupportedOperationException e) {
                Files.move(draft, file);
                return hash;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
