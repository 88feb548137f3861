package io.bactrian.camel;

import io.bactrian.doctor.Diagnosis;
import io.bactrian.doctor.Examination;
import io.bactrian.doctor.Setup;
import io.bactrian.routecheck.Finding;
import java.util.List;

/** The routes folder, as {@code --check-routes} finds it. */
class RoutesExamination implements Examination {

    private static final String MEND = "Correct the file at that line; --check-routes tells of the routes alone.";

    @Override
    public String part() {
        return "routes";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) {
        List<Finding> findings;
        try {
            findings = CheckCommand.findings(setup.application(), setup.settings());
        } catch (IllegalStateException e) {
            return List.of(Diagnosis.wrong(part(), e.getMessage(), "Correct SMS_PROVIDERS or SMS_ROUTES_DIR."));
        }
        return findings.isEmpty()
                ? List.of(Diagnosis.right(part(), "the files are sound"))
                : findings.stream().map(this::told).toList();
    }

    private Diagnosis told(Finding finding) {
        return finding.breaks()
                ? Diagnosis.wrong(part(), finding.toString(), MEND)
                : Diagnosis.advice(part(), finding.toString(), MEND);
    }
}
