package io.bactrian.routecheck;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What stands in the tables of the route map. */
final class Cells {

    private Cells() {}

    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    static String code(String text) {
        return "`" + escape(text) + "`";
    }

    static String codes(Collection<String> texts) {
        return texts.stream().map(Cells::code).collect(Collectors.joining(", "));
    }

    static String escape(String text) {
        return text == null ? "" : text.replace("|", "\\|").replace("\n", " ").strip();
    }

    /** From docs/, where the map is, to the file. */
    static String link(String label, RouteFile file) {
        return "[" + label + "](../routes/" + file.path() + ")";
    }

    static String names(List<RouteFile> files) {
        return codes(files.stream().map(RouteFile::name).distinct().toList());
    }
}
