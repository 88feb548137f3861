package io.bactrian.web;

import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts what the validator says into our words, because its own quote the values that they complain of. */
final class Complaint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_-]{0,39}[0-9]{0,2}");
    private static final String WHOLE_BODY = "(body)";
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("required", "is required"),
            Map.entry("missing", "is required"),
            Map.entry("additionalProperties", "is not known here"),
            Map.entry("unexpected", "is not known here"),
            Map.entry("type", "is of the wrong type"),
            Map.entry("minLength", "is too short"),
            Map.entry("maxLength", "is too long"),
            Map.entry("minimum", "is too small"),
            Map.entry("maximum", "is too large"),
            Map.entry("minProperties", "needs at least one field"),
            Map.entry("maxItems", "has too many entries"),
            Map.entry("minItems", "needs at least one entry"),
            Map.entry("enum", "is none of the values that it may have"),
            Map.entry("date-time", "is no time as RFC 3339 writes it"),
            Map.entry("oneOf", "is not written as it should be"),
            Map.entry("format", "is not written as it should be"),
            Map.entry("pattern", "is not written as it should be"),
            Map.entry("invalidFormat", "is given more than once"),
            Map.entry("invalid", "is given more than once"));

    private Complaint() {}

    static List<FieldError> fields(ValidationReport.Message complaint) {
        String key = complaint.getKey();
        String keyword = key.substring(key.lastIndexOf('.') + 1);
        String words = WORDS.getOrDefault(keyword, "does not keep to the contract");
        return names(complaint, keyword)
                .map(field -> new FieldError(field, words))
                .toList();
    }

    private static Stream<String> names(ValidationReport.Message complaint, String keyword) {
        String place = place(complaint);
        return switch (keyword) {
            case "required", "additionalProperties" ->
                listed(complaint.getMessage()).stream()
                        .map(name -> place.equals(WHOLE_BODY) ? name : place + "." + name);
            case "unexpected" ->
                Stream.of(complaint.getKey().contains(".body.") ? WHOLE_BODY : quoted(complaint.getMessage()));
            default -> Stream.of(place);
        };
    }

    /** The parameter, or the place in the body, for instance {@code mediaUrl.3}. */
    private static String place(ValidationReport.Message complaint) {
        MessageContext context = complaint.getContext().orElse(MessageContext.empty());
        if (context.getParameter().isPresent()) {
            return context.getParameter().get().getName();
        }
        String pointer =
                context.getPointers().map(MessageContext.Pointers::getInstance).orElse("");
        String path = pointer.replaceFirst("^/", "").replace('/', '.');
        return path.isEmpty() ? WHOLE_BODY : path;
    }

    /** The names that stand in brackets at the end of the validator's message. */
    private static List<String> listed(String message) {
        int start = message.indexOf('[', message.startsWith("[") ? message.indexOf(']') : 0);
        int end = message.lastIndexOf(']');
        try {
            return Stream.of(JSON.readValue(message.substring(start, end + 1), String[].class))
                    .map(Complaint::harmless)
                    .toList();
        } catch (JsonProcessingException | IndexOutOfBoundsException e) {
            return List.of(WHOLE_BODY);
        }
    }

    private static String quoted(String message) {
        String[] parts = message.split("'", 3);
        return harmless(parts.length == 3 ? parts[1] : "");
    }

    /** A name is the caller's too, and might be a number or a text: only what looks like a name is repeated. */
    private static String harmless(String name) {
        return NAME.matcher(name).matches() ? name : "(unknown)";
    }
}
