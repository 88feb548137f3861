package io.bactrian.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divergences, those of one kind together; as many kinds and examples as a person reads. */
final class Differences {

    private static final int MOST_KINDS = 50;
    private static final int MOST_EXAMPLES = 5;

    private final Map<List<Object>, Group> groups = new LinkedHashMap<>();
    private int others;

    void add(String message, Divergence divergence) {
        List<Object> kind = divergence.kind();
        Group group = groups.get(kind);
        if (group == null && groups.size() == MOST_KINDS) {
            others++;
            return;
        }
        groups.computeIfAbsent(kind, first -> new Group(divergence)).add(message);
    }

    List<Difference> list() {
        return groups.values().stream().map(Group::told).toList();
    }

    /** Texts that differ in yet another way than so many. */
    int others() {
        return others;
    }

    private static final class Group {

        private final Divergence first;
        private final List<String> examples = new ArrayList<>();
        private int messages;

        Group(Divergence first) {
            this.first = first;
        }

        void add(String message) {
            messages++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(message);
            }
        }

        Difference told() {
            return new Difference(first.what(), messages, first.live(), first.candidate(), List.copyOf(examples));
        }
    }
}
