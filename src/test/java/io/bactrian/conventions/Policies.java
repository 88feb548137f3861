package io.bactrian.conventions;

import io.bactrian.camel.DeclaredPolicies;
import io.bactrian.routecheck.Policy;
import java.util.List;

/** The error policies of the gateway. */
final class Policies {

    private Policies() {}

    static List<Policy> read() {
        return DeclaredPolicies.read();
    }
}
