package io.bactrian.camel.trial;

import io.bactrian.GatewaySettings;
import io.bactrian.edits.RouteEdits;
import io.bactrian.edits.RouteText;
import io.bactrian.routecheck.Finding;
import io.bactrian.routecheck.HarmlessCheck;
import io.bactrian.routecheck.RouteCheck;
import io.bactrian.routecheck.RouteFile;
import io.bactrian.trial.Candidate;
import io.bactrian.trial.TrialRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.springframework.stereotype.Component;

/** Which files a trial plays, and whether a candidate may be among them. The one place that asks the route check. */
@Component
class TrialFiles {

    private final GatewaySettings settings;
    private final RouteEdits edits;

    TrialFiles(GatewaySettings settings, RouteEdits edits) {
        this.settings = settings;
        this.edits = edits;
    }

    /** Those that run. */
    List<RouteText> texts() {
        return edits.running();
    }

    static List<RouteFile> read(List<RouteText> texts) {
        return texts.stream()
                .map(file -> RouteFile.of(file.path(), file.text()))
                .toList();
    }

    /** @throws TrialRefused where it is at odds with the rules of an edit, or may do harm */
    RouteFile checked(Candidate candidate, List<RouteFile> live, CamelContext camel) {
        RouteFile file = RouteFile.ofCandidate(candidate.yaml());
        List<RouteFile> together = new ArrayList<>(others(live, file));
        together.add(file);
        RouteCheck check = new RouteCheck(policies(camel), settings.providers());
        List<Finding> findings = new ArrayList<>(
                check.checkFile(file).stream().filter(Finding::breaks).toList());
        if (findings.isEmpty()) {
            findings.addAll(new HarmlessCheck(beans(live)).check(file, candidate.yaml()));
        }
        if (findings.isEmpty()) {
            findings.addAll(check.checkSet(together));
        }
        findings.removeIf(finding -> !finding.breaks());
        if (!findings.isEmpty()) {
            throw new TrialRefused(findings.stream().map(Finding::toString).toList());
        }
        return file;
    }

    /** What the live routes name. */
    static Set<String> beans(Collection<RouteFile> live) {
        return live.stream().flatMap(file -> file.beans().stream()).collect(Collectors.toSet());
    }

    static List<RouteFile> others(Collection<RouteFile> live, RouteFile candidate) {
        return live.stream()
                .filter(file -> candidate == null || !file.path().equals(candidate.path()))
                .toList();
    }

    private static Set<String> policies(CamelContext camel) {
        return camel
                .getCamelContextExtension()
                .getContextPlugin(Model.class)
                .getRouteConfigurationDefinitions()
                .stream()
                .map(RouteConfigurationDefinition::getId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
