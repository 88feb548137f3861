package io.bactrian.web;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /**
     * What is wrong with single rows, which is for the route to tell.
     *
     * @param rows the field that holds rows which stand and fall one by one, or null where there is none
     * @throws Refused where anything else does not keep to the contract
     */
    public RowErrors check(ContractRequest request, String rows) {
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
        List<FieldError> errors = complaints.stream()
                .flatMap(complaint -> Complaint.fields(complaint).stream())
                .distinct()
                .toList();
        Map<Boolean, List<FieldError>> inRows =
                errors.stream().collect(Collectors.partitioningBy(error -> RowErrors.isInARow(error, rows)));
        if (!inRows.get(false).isEmpty()) {
            throw Refused.invalid(inRows.get(false));
        }
        return RowErrors.of(inRows.get(true));
    }
}
