package io.bactrian.spool;

import java.time.Instant;

/**
 * What waits on disk.
 *
 * @param depth how many records
 * @param bytes how large the files are together; they are deleted whole, so they hold drained records for a while
 * @param oldest when the first of those that wait came, UTC, or null where none waits
 */
public record SpoolState(int depth, long bytes, Instant oldest) {}
