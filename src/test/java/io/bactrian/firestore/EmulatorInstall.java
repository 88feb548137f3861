package io.bactrian.firestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the Google Cloud CLI keeps its Firestore emulator on this machine, if it is there at all. */
final class EmulatorInstall {

    private static final String JAR = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";

    private static final List<String> USUAL_ROOTS = List.of(
            "/usr/lib/google-cloud-sdk",
            "/usr/share/google-cloud-sdk",
            "/usr/local/google-cloud-sdk",
            "/opt/google-cloud-sdk",
            "/opt/homebrew/share/google-cloud-sdk",
            "/snap/google-cloud-cli/current",
            System.getProperty("user.home") + "/google-cloud-sdk");

    private EmulatorInstall() {}

    static Optional<Path> jar() {
        return Stream.of(Stream.ofNullable(System.getenv("CLOUDSDK_ROOT_DIR")), besideGcloud(), USUAL_ROOTS.stream())
                .flatMap(roots -> roots)
                .map(root -> Path.of(root, JAR))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The CLI's root is two above {@code bin/gcloud}; a package puts a link to that on the PATH. */
    private static Stream<String> besideGcloud() {
        return Arrays.stream(Objects.toString(System.getenv("PATH"), "").split(":"))
                .map(folder -> Path.of(folder, "gcloud"))
                .filter(Files::isExecutable)
                .map(EmulatorInstall::root)
                .filter(Objects::nonNull)
                .map(Path::toString);
    }

    private static Path root(Path gcloud) {
        try {
            return gcloud.toRealPath().getParent().getParent();
        } catch (IOException e) {
            return null;
        }
    }
}
