package io.bactrian.web;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Says whether a request keeps to the {@link Contract}, and names every field that does not. */
@Component
public class ContractCheck {

    private final OpenApiInteractionValidator validator;

    public ContractCheck(Contract contract) {
        // Who may call is settled in the security chain; what an answer looks like is the answer's own affair.
        LevelResolver levels = LevelResolver.create()
                .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                .withLevel("validation.request.accept", ValidationReport.Level.IGNORE)
                .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                .build();
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(contract.text())
                .withLevelResolver(levels)
                .build();
    }

    /** @throws Refused where it does not keep to the contract */
    public void check(ContractRequest request) {
        SimpleRequest.Builder asked = new SimpleRequest.Builder(request.method(), request.path(), true);
        request.query().forEach(asked::withQueryParam);
        request.headers().forEach(asked::withHeader);
        if (request.body() != null) {
            asked.withContentType(MediaType.APPLICATION_JSON_VALUE).withBody(request.body());
        }
        List<ValidationReport.Message> complaints = validator.validateRequest(asked.build()).getMessages().stream()
                .filter(complaint -> complaint.getLevel() == ValidationReport.Level.ERROR)
                .toList();
        if (complaints.stream().anyMatch(complaint -> complaint.getKey().endsWith("invalidJson"))) {
            throw new Refused(Problem.of(400, "The body is not well-formed JSON."));
        }
        if (!complaints.isEmpty()) {
            throw Refused.invalid(complaints.stream()
                    .flatMap(complaint -> Complaint.fields(complaint).stream())
                    .distinct()
                    .toList());
        }
    }
}
