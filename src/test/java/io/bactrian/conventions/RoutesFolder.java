package io.bactrian.conventions;

import io.bactrian.GatewaySettings;
import io.bactrian.edits.RouteFiles;
import io.bactrian.routecheck.RouteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The route files of this project. */
final class RoutesFolder {

    static final Path FOLDER = Path.of("routes");

    private RoutesFolder() {}

    /** Every YAML file, also one that nobody loads because of its name. */
    static List<RouteFile> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .map(file -> RouteFile.read(FOLDER, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each store with each provider, and with all of them. */
    static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        List<String> providers = folders("provider");
        for (String folder : folders("store")) {
            String store = folder.equals("sql") ? "embedded" : folder;
            providers.forEach(provider -> choices.add(new Choice(store, List.of(provider))));
            choices.add(new Choice(store, providers));
        }
        return choices;
    }

    private static List<String> folders(String parent) {
        try (Stream<Path> folders = Files.list(FOLDER.resolve(parent))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A way to set the gateway up. */
    record Choice(String store, List<String> providers) {

        List<RouteFile> files() {
            GatewaySettings settings =
                    new GatewaySettings("http://localhost", store, providers, Path.of("target"), FOLDER);
            return new RouteFiles(settings)
                    .chosen().stream().map(file -> RouteFile.read(FOLDER, file)).toList();
        }
    }
}
