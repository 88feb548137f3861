package io.bactrian.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of routes with a provider of an integrator's own beside those that ship. */
final class DroppedIn {

    private DroppedIn() {}

    /** Copies the routes that ship. */
    static void routes(Path folder) throws IOException {
        Path shipped = Path.of("routes");
        try (Stream<Path> files = Files.walk(shipped)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            all.forEach(file -> copy(file, folder.resolve(shipped.relativize(file))));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the one route that a provider needs; it calls a static method of that name. */
    static void provider(Path folder, String name, Class<?> bean) throws IOException {
        Path own = Files.createDirectories(folder.resolve("provider").resolve(name));
        Files.writeString(
                own.resolve("send-via-" + name + ".camel.yaml"),
                """
                - route:
                    id: send-via-%1$s
                    description: Sends through a provider of a test
                    group: provider/%1$s
                    from:
                      uri: direct:send-via-%1$s
                      steps:
                        - bean:
                            id: call-%1$s
                            beanType: %2$s
                            method: %1$s
                """
                        .formatted(name, bean.getName()));
    }
}
