package io.bactrian.trial;

import io.bactrian.trace.TraceStep;
import java.util.List;

/**
 * The path that a text would take.
 *
 * @param candidate the file that was tried, below the routes folder, or null where the flows were tried as they are
 * @param steps in order
 * @param effects what would have been done, in order
 * @param answer what the provider would be answered, or null where it failed
 * @param failure what it failed with, or null
 */
public record TrialResult(
        String candidate, List<TraceStep> steps, List<Effect> effects, String answer, String failure) {}
