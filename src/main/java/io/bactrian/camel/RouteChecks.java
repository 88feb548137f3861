package io.bactrian.camel;

import io.bactrian.GatewaySettings;
import io.bactrian.camel.live.BeanTypes;
import io.bactrian.camel.live.TrialBuilder;
import io.bactrian.edits.CoreFlow;
import io.bactrian.edits.EditCheck;
import io.bactrian.edits.RouteFiles;
import io.bactrian.failure.DeadLetter;
import io.bactrian.routecheck.Policy;
import io.bactrian.routecheck.RouteCheck;
import io.bactrian.web.Contract;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The one check of routes, wherever it is asked for: at the start, at an edit, by a call, in the tests. */
public final class RouteChecks {

    /** Called by Java. */
    private static final List<String> CALLED = List.of(
            "direct:record-audit",
            "direct:complete-audit",
            "direct:receive-message",
            "direct:record-delivery",
            "direct:send-message",
            "seda:dispatch-queued",
            "seda:deliver-message");

    /** By which work comes in, or begins by itself. */
    private static final Set<String> ENTRANCES = Set.of("dispatch-every-second", "settle-unknown", "drain-spool");

    /** Of the policy of webhooks; it is in Twilio's folder, as its webhooks are. */
    private static final String ANSWER = "direct:answer-twilio";

    private RouteChecks() {}

    /**
     * @param settings what a placeholder stands for
     * @param beans what the routes may call
     */
    public static EditCheck of(GatewaySettings gateway, UnaryOperator<String> settings, BeanTypes beans) {
        List<Policy> policies = DeclaredPolicies.read();
        TrialBuilder trial = new TrialBuilder(beans, settings, DeclaredPolicies::builder);
        return new EditCheck(
                new RouteCheck(policies.stream().map(Policy::id).collect(Collectors.toSet()), gateway.providers()),
                trial,
                trial.trusting(),
                new RouteFiles(gateway),
                core(gateway, policies));
    }

    private static CoreFlow core(GatewaySettings gateway, List<Policy> policies) {
        Set<String> addresses = new HashSet<>(CALLED);
        policies.forEach(policy -> addresses.addAll(policy.calls()));
        boolean twilio = gateway.providers().contains("twilio") || gateway.simulated();
        if (!twilio) {
            addresses.remove(ANSWER);
        }
        Arrays.stream(DeadLetter.Kind.values())
                .map(DeadLetter.Kind::endpoint)
                .filter(Objects::nonNull)
                .forEach(addresses::add);
        new Contract()
                .calls().stream()
                        .filter(call -> call.optionalRoute() == null)
                        .forEach(call -> addresses.add("direct:" + call.operationId()));
        gateway.providers().forEach(provider -> addresses.add("direct:send-via-" + provider));
        Set<String> ids = new HashSet<>(ENTRANCES);
        if (twilio) {
            ids.addAll(Set.of("receive-from-twilio", "report-from-twilio"));
        }
        return new CoreFlow(addresses, ids);
    }
}
