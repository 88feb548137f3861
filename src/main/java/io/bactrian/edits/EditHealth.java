package io.bactrian.edits;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Which edits are refused, and why. The gateway is well all the same: what ran runs on. */
@Component("routesHealthIndicator")
class EditHealth implements HealthIndicator {

    private final RouteEdits edits;

    EditHealth(RouteEdits edits) {
        this.edits = edits;
    }

    @Override
    public Health health() {
        List<String> warnings = edits.refusals().stream()
                .flatMap(refusal -> refusal.findings().stream())
                .map(finding -> "routes/" + finding)
                .toList();
        return warnings.isEmpty()
                ? Health.up().build()
                : Health.up()
                        .withDetail("warning", "edits are refused; what ran before runs on")
                        .withDetail("refused", warnings)
                        .build();
    }
}
