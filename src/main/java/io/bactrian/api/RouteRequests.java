package io.bactrian.api;

import io.bactrian.edits.EditRefused;
import io.bactrian.edits.Origin;
import io.bactrian.edits.Refusal;
import io.bactrian.edits.RouteEdits;
import io.bactrian.edits.RouteRow;
import io.bactrian.edits.RouteVersion;
import io.bactrian.paging.Page;
import io.bactrian.routecheck.Finding;
import io.bactrian.security.Caller;
import io.bactrian.web.FieldError;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** What those who run the gateway ask of its routes, and how they take an edit back. */
@Component
public class RouteRequests {

    private final RouteEdits edits;

    RouteRequests(RouteEdits edits) {
        this.edits = edits;
    }

    /** The routes that run, and the edits that are not taken. */
    public RouteList list() {
        return new RouteList(edits.rows(), edits.refusals());
    }

    /** @throws Refused where nobody knows the route */
    public Page<RouteVersion> versions(Parameters parameters) {
        List<RouteVersion> versions = edits.versions(parameters.text("id"));
        if (versions.isEmpty()) {
            throw Refused.notFound();
        }
        return new Page<>(versions, null);
    }

    /** What is wrong with a file, as an edit would find it. */
    public CheckResult check(CheckRequest request) {
        List<Finding> findings = edits.check(request.file(), request.text());
        return new CheckResult(findings.stream().noneMatch(Finding::breaks), findings);
    }

    /** @throws Refused where there is no such version, or it does not work now */
    public RollbackResult rollBack(RollbackRequest request, Parameters parameters, Caller caller) {
        String id = parameters.text("id");
        try {
            return edits.rollBack(id, request.version(), new Origin(caller.name()))
                    .map(now -> new RollbackResult(id, now.file(), now.version()))
                    .orElseThrow(Refused::notFound);
        } catch (EditRefused e) {
            List<FieldError> errors = e.findings().stream()
                    .map(finding -> new FieldError("version", finding.toString()))
                    .toList();
            throw new Refused(Problem.of(422, "That version does not work now; nothing has changed.", errors));
        }
    }

    /** The answer of {@code GET /api/routes}. */
    public record RouteList(List<RouteRow> items, List<Refusal> refused) {}

    /** @param file where the text would stand, below the routes folder */
    public record CheckRequest(String file, String text) {

        @Override
        public String toString() {
            return "CheckRequest[" + file + "]";
        }
    }

    /** @param accepted whether it would be taken; advice alone keeps nothing from it */
    public record CheckResult(boolean accepted, List<Finding> findings) {}

    /** @param version of the file, from 1 */
    public record RollbackRequest(int version) {}

    /** @param version what it is now: rolling back makes a new one */
    public record RollbackResult(String id, String file, int version) {}
}
