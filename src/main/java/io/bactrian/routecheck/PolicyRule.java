package io.bactrian.routecheck;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Failures are dealt with where work enters; a step's failures rise to the route that called it. */
final class PolicyRule implements Rule {

    private final Set<String> policies;

    PolicyRule(Set<String> policies) {
        this.policies = new TreeSet<>(policies);
    }

    @Override
    public Finding.Weight weight() {
        return Finding.Weight.BROKEN;
    }

    @Override
    public List<Finding> check(RouteFile file) {
        YamlNode policy = file.route().at("routeConfigurationId");
        if (file.uri().isDirect()) {
            return policy.isMissing()
                    ? List.of()
                    : List.of(file.finding(
                            policy.line(),
                            "remove it: with a policy of its own, a direct: route hides its failures from its caller"));
        }
        if (policy.text() == null || !policies.contains(policy.text())) {
            String problem = policy.isMissing() ? "work enters here and nobody deals with failures" : "no such policy";
            return List.of(file.finding(
                    policy.line(),
                    problem + ": write `routeConfigurationId:` with one of " + String.join(", ", policies)));
        }
        return List.of();
    }
}
