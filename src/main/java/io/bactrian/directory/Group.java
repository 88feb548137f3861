package io.bactrian.directory;

import java.time.Instant;

/**
 * People of the directory who are texted together.
 *
 * @param name by which it is picked; one of its tenant's
 * @param members how many they are
 * @param changedAt when it was named, UTC
 */
public record Group(String id, String name, int members, Instant changedAt, String changedBy) {

    @Override
    public String toString() {
        return "Group[" + id + "]";
    }
}
