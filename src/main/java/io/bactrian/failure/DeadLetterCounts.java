package io.bactrian.failure;

import io.bactrian.failure.DeadLetterIndex.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How many letters failed alike.
 *
 * @param total how many there are that fit the question
 * @param groups the largest ones first, no more than {@value #MOST}
 * @param others how many letters are in none of these groups
 */
public record DeadLetterCounts(long total, List<Group> groups, long others) {

    private static final int MOST = 100;

    /** @param oldest when the first of them failed, UTC */
    public record Group(String kind, String step, String cause, long count, Instant oldest, Instant newest) {}

    private record Key(String kind, DeadLetterFacts.Facts facts) {}

    private static final class Tally {
        private long count;
        private long oldest;
        private long newest;
    }

    /** @param entries the newest first */
    static DeadLetterCounts of(List<Entry> entries, Function<String, DeadLetterFacts.Facts> facts) {
        Map<Key, Tally> tallies = new LinkedHashMap<>();
        for (Entry entry : entries) {
            DeadLetterFacts.Facts inside = facts.apply(entry.id());
            if (inside != null) {
                count(tallies.computeIfAbsent(new Key(entry.kind(), inside), any -> new Tally()), entry.millis());
            }
        }
        List<Group> groups = tallies.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingLong(Group::count).reversed())
                .limit(MOST)
                .toList();
        long grouped = groups.stream().mapToLong(Group::count).sum();
        return new DeadLetterCounts(entries.size(), groups, entries.size() - grouped);
    }

    private static void count(Tally tally, long millis) {
        tally.newest = tally.count++ == 0 ? millis : tally.newest;
        tally.oldest = millis;
    }

    private static Group group(Key key, Tally tally) {
        return new Group(
                key.kind(),
                key.facts().step(),
                key.facts().cause(),
                tally.count,
                Instant.ofEpochMilli(tally.oldest),
                Instant.ofEpochMilli(tally.newest));
    }
}
