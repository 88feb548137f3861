package io.bactrian.edits;

import io.bactrian.GatewaySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of the routes folder are loaded: every flow, and of {@code store/} and {@code provider/} only the folders
 * that the settings choose.
 */
public final class RouteFiles {

    private static final String ENDING = ".camel.yaml";

    private final Path folder;
    private final String storeFolder;
    private final Set<String> providerFolders;

    public RouteFiles(GatewaySettings settings) {
        this.folder = settings.routesDir();
        this.storeFolder = storeFolder(settings.store());
        // The simulator stands in for Twilio behind Twilio's own adapter.
        this.providerFolders = settings.providers().stream()
                .flatMap(provider ->
                        provider.equals("simulator") ? Stream.of("simulator", "twilio") : Stream.of(provider))
                .collect(Collectors.toSet());
    }

    /** The folder of {@code routes/store/} that serves a store setting. */
    public static String storeFolder(String store) {
        return store.equals("firestore") ? "firestore" : "sql";
    }

    /** The files to load, in order of their path. */
    public List<Path> chosen() {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("there is no folder " + folder.toAbsolutePath()
                    + " with the routes: start the gateway where routes/ is, or set SMS_ROUTES_DIR");
        }
        requireProviders();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> isChosen(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** @param path below the folder, with slashes */
    boolean isChosen(String path) {
        return isChosen(Path.of(path));
    }

    private void requireProviders() {
        for (String provider : providerFolders) {
            if (!Files.isDirectory(folder.resolve("provider").resolve(provider))) {
                throw new IllegalStateException("sms.providers (SMS_PROVIDERS) names " + provider + ", and there is no"
                        + " folder " + folder.resolve("provider").resolve(provider) + " with its routes");
            }
        }
    }

    private boolean isChosen(Path file) {
        String top = file.getName(0).toString();
        if (file.getNameCount() < 3) {
            return true;
        }
        String adapter = file.getName(1).toString();
        return switch (top) {
            case "store" -> adapter.equals(storeFolder);
            case "provider" -> providerFolders.contains(adapter);
            default -> true;
        };
    }
}
