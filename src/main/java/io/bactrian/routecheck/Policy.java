package io.bactrian.routecheck;

import java.util.List;

/**
 * An error policy that a route may name.
 *
 * @param id as in {@code routeConfigurationId}
 * @param calls the endpoints that it calls when something fails or ends, for instance {@code direct:keep-dead-letter}
 */
public record Policy(String id, List<String> calls) {}
