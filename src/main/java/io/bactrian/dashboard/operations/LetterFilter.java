package io.bactrian.dashboard.operations;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which dead letters are listed. Null and empty ask for all.
 *
 * @param day the first day, UTC
 * @param to the last day, UTC
 */
record LetterFilter(
        String kind,
        String step,
        String cause,
        @DateTimeFormat(iso = ISO.DATE) LocalDate day,
        @DateTimeFormat(iso = ISO.DATE) LocalDate to,
        String cursor) {

    /** As the contract has them. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = counted();
        parameters.put("cursor", cursor);
        return parameters;
    }

    Map<String, Object> counted() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("kind", kind);
        parameters.put("step", step);
        parameters.put("cause", cause);
        parameters.put("since", day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC));
        parameters.put(
                "until", to == null ? null : to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        return parameters;
    }

    public boolean isSet() {
        return counted().values().stream()
                .anyMatch(value -> value != null && !value.toString().isEmpty());
    }

    public boolean isNewest() {
        return cursor == null || cursor.isEmpty();
    }

    /** The address of the same list from another place on. */
    public String link(String nextCursor) {
        return link(kind, step, cause, nextCursor);
    }

    /** The address of those of the same days that failed alike. */
    public String alike(String kind, String step, String cause) {
        return link(kind, step, cause, null);
    }

    private String link(String kind, String step, String cause, String nextCursor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", kind);
        fields.put("step", step);
        fields.put("cause", cause);
        fields.put("day", day);
        fields.put("to", to);
        fields.put("cursor", nextCursor);
        fields.values().removeIf(value -> value == null || value.toString().isEmpty());
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/dead-letters");
        fields.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(fields).toUriString();
    }
}
