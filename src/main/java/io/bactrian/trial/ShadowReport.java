package io.bactrian.trial;

import java.time.Instant;
import java.util.List;

/**
 * What a shadow has found so far, or in all.
 *
 * @param candidate the file, below the routes folder
 * @param state {@code running} or {@code ended}
 * @param until when it ends at the latest
 * @param messages how many are compared at the most
 * @param ended why it ended, or null
 * @param compared texts of which both versions were played
 * @param same of these, for which both would do the same in the same way
 * @param dropped texts that came faster than they can be played
 * @param failed texts that failed in the live routes, and are not compared
 * @param unlike texts that the live routes led another way than their own play did, and are not counted as compared
 * @param otherDifferences texts that differ in yet another way than those that are listed
 */
public record ShadowReport(
        String id,
        String candidate,
        String state,
        String by,
        Instant since,
        Instant until,
        int messages,
        Instant endedAt,
        String ended,
        int compared,
        int same,
        long dropped,
        int failed,
        int unlike,
        List<Difference> differences,
        int otherDifferences) {}
