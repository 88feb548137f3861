package io.bactrian.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The YAML files of {@code deploy/}, and the names that settings have there. */
final class Manifests {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::[^}]*)?}");

    private Manifests() {}

    static List<Map<String, Object>> read(Path file) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : new Yaml().loadAll(text(file))) {
            documents.add(map(document));
        }
        return documents;
    }

    /** What a path of names and numbers leads to; null where it leads nowhere. */
    static Object at(Object document, String path) {
        Object place = document;
        for (String name : path.split("/")) {
            place = place instanceof List<?> list
                    ? list.get(Integer.parseInt(name))
                    : map(place).get(name);
            if (place == null) {
                return null;
            }
        }
        return place;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** The environment variables that a gateway heeds. */
    static Set<String> settings() {
        Set<String> settings = new HashSet<>(Arrays.asList("DATABASE_URL", "DATABASE_USERNAME", "DATABASE_PASSWORD"));
        VARIABLE.matcher(text(Path.of("application.yaml"))).results().forEach(found -> settings.add(found.group(1)));
        return settings;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
