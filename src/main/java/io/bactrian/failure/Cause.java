package io.bactrian.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Why something failed, safe to keep and to print: our own exceptions in their words, every other only by its class,
 * since libraries quote the values that they were given.
 *
 * @param line the chain of causes in one line
 * @param trace where the innermost one was thrown
 */
public record Cause(String line, List<String> trace) {

    private static final String OURS = "io.bactrian.";
    private static final int FRAMES = 12;
    private static final int DEPTH = 10;

    public static Cause of(Throwable failure) {
        if (failure == null) {
            return new Cause("unknown", List.of());
        }
        List<String> chain = new ArrayList<>();
        Throwable innermost = failure;
        for (Throwable t = failure; t != null && chain.size() < DEPTH; t = t.getCause()) {
            chain.add(describe(t));
            innermost = t;
        }
        return new Cause(
                String.join(", by ", chain),
                Arrays.stream(innermost.getStackTrace())
                        .limit(FRAMES)
                        .map(StackTraceElement::toString)
                        .toList());
    }

    private static String describe(Throwable failure) {
        String type = failure.getClass().getSimpleName();
        return failure.getClass().getName().startsWith(OURS) ? type + " (" + failure.getMessage() + ")" : type;
    }
}
