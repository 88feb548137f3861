package io.bactrian.camel.trace;

import io.bactrian.trace.Masked;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * A value that an expression looks at.
 *
 * @param name as the expression has it: {@code variable.user.status}
 * @param variable which variable it begins at, or null for the body
 * @param path the fields from there on
 */
record Look(String name, String variable, List<String> path) {

    static Look of(String name) {
        List<String> parts = List.of(name.replace("()", "").split("\\."));
        boolean body = parts.get(0).equals("body");
        return new Look(name, body ? null : parts.get(1), parts.subList(body ? 1 : 2, parts.size()));
    }

    /** Where the path begins, as it is now. */
    Object at(Exchange exchange) {
        return variable == null ? exchange.getMessage().getBody() : exchange.getVariable(variable);
    }

    String told(Object seen) {
        return Masked.at(seen, path);
    }
}
