package io.bactrian.trial;

import io.bactrian.trace.TraceStep;
import java.util.List;

/**
 * How two versions of the flows differ for some texts.
 *
 * @param what {@code effects}, {@code failure}, or {@code path} where what is done is the same
 * @param messages how many they were
 * @param live what the version that runs would do, of the first of them
 * @param candidate what the other would do
 * @param examples ids of some of them
 */
public record Difference(String what, int messages, Side live, Side candidate, List<String> examples) {

    /**
     * @param step where it leaves the way that the other takes, or null where its path ends there
     * @param effects what would be done
     * @param failure what it would fail with, or null
     */
    public record Side(TraceStep step, List<Effect> effects, String failure) {}
}
