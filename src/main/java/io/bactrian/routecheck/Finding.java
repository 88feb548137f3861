package io.bactrian.routecheck;

/**
 * Something in a route file that breaks a rule.
 *
 * @param file below the routes folder, with slashes
 * @param line from 1
 * @param message what is wrong and what to do; never quotes a value that may be a secret or a number
 */
public record Finding(String file, int line, String message) {

    /** As an editor understands it: {@code inbound/receive-message.camel.yaml:12: …}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
