package io.bactrian.routecheck;

import java.util.Locale;

/**
 * A shape of the route map.
 *
 * @param label what is written in it
 * @param group the folder, or what stands for several of them, that it is drawn in; empty for what is not a route of ours
 */
record MapNode(Kind kind, String label, String group) implements Comparable<MapNode> {

    /** What a shape stands for. */
    enum Kind {
        /** What makes a route start: a request, a timer. */
        ENTRANCE("([\"", "\"])"),
        /** Where the error policies come in. */
        POLICY("[/\"", "\"/]"),
        ROUTE("[\"", "\"]"),
        /** Wherever a value of ours leads. */
        COMPUTED(">\"", "\"]"),
        /** A route that there is once for each store, or for each provider. */
        PORT("{{\"", "\"}}");

        private final String open;
        private final String close;

        Kind(String open, String close) {
            this.open = open;
            this.close = close;
        }
    }

    /** Unique in a diagram, and no word of Mermaid's own. */
    String id() {
        return kind.name().toLowerCase(Locale.ROOT) + "_" + label.replaceAll("[^A-Za-z0-9]+", "_");
    }

    String mermaid() {
        return id() + kind.open + label.replace("\"", "#quot;") + kind.close;
    }

    @Override
    public int compareTo(MapNode other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? label.compareTo(other.label) : byKind;
    }
}
