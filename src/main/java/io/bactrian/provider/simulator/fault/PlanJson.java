package io.bactrian.provider.simulator.fault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bactrian.provider.simulator.WhileSimulated;
import io.bactrian.web.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A plan as JSON: read strictly, checked by the rules of the settings, written whole. */
@Component
@WhileSimulated
class PlanJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new DurationJson())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The name of the rule about sums, which is no field. */
    private static final String SUM = ".sum";

    private final Validator validator;

    PlanJson(Validator validator) {
        this.validator = validator;
    }

    /** @throws BadPlan naming each field that cannot be, and never what stood there */
    FaultPlan read(byte[] json) {
        FaultPlan plan = parse(json);
        List<FieldError> errors = validator.validate(plan).stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        if (!errors.isEmpty()) {
            throw new BadPlan(errors);
        }
        return plan;
    }

    byte[] write(FaultPlan plan) {
        try {
            return JSON.writeValueAsBytes(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan cannot be written", e);
        }
    }

    private static FaultPlan parse(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            FaultPlan plan = JSON.readValue(parser, FaultPlan.class);
            if (plan == null) {
                throw new BadPlan("", "must be an object");
            }
            return plan;
        } catch (UnrecognizedPropertyException e) {
            throw new BadPlan(path(e), "is not known");
        } catch (MismatchedInputException e) {
            throw new BadPlan(path(e), "has the wrong type, or is no duration like 500ms or 3s");
        } catch (java.io.IOException e) {
            throw new BadPlan("", "must be JSON, each field once");
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String field(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replace(".<list element>", "");
        return path.endsWith(SUM) ? path.substring(0, path.length() - SUM.length()) : path;
    }
}
