package io.bactrian.routecheck;

/**
 * Something in a route file that breaks a rule.
 *
 * @param file below the routes folder, with slashes
 * @param line from 1
 * @param message what is wrong and what to do; never quotes a value that may be a secret or a number
 * @param weight whether the file can be run all the same
 */
public record Finding(String file, int line, String message, Weight weight) {

    /** What follows from a finding. */
    public enum Weight {
        /** The route would not work: the file is not taken. */
        BROKEN,
        /** The route works, and does not keep to the rules of the house: said, and taken. */
        ADVICE
    }

    public Finding(String file, int line, String message) {
        this(file, line, message, Weight.BROKEN);
    }

    Finding weighing(Weight other) {
        return new Finding(file, line, message, other);
    }

    /** Whether the file cannot be taken. */
    public boolean breaks() {
        return weight == Weight.BROKEN;
    }

    /** As an editor understands it: {@code inbound/receive-message.camel.yaml:12: …}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
