package io.bactrian.dashboard.messages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which messages a list shows. Null and empty ask for all.
 *
 * @param day the first day, UTC
 * @param to the last day, UTC
 * @param cursor where the page begins; null for the newest
 */
record Filter(
        String text,
        String status,
        String kind,
        String userId,
        String batchId,
        @DateTimeFormat(iso = ISO.DATE) LocalDate day,
        @DateTimeFormat(iso = ISO.DATE) LocalDate to,
        String cursor) {

    /** As the contract has them. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = fields();
        parameters.remove("day");
        parameters.remove("to");
        parameters.put("since", day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC));
        parameters.put(
                "until", to == null ? null : to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        return parameters;
    }

    /** As far as it means anything for messages that came in. */
    Map<String, Object> ofIncoming() {
        Map<String, Object> parameters = parameters();
        parameters.keySet().removeAll(Set.of("status", "kind", "batchId"));
        return parameters;
    }

    /** Whether anything is left out. */
    public boolean isSet() {
        return fields().entrySet().stream()
                .anyMatch(field -> isGiven(field) && !field.getKey().equals("cursor"));
    }

    /** Whether the list begins with the newest, and so shows what comes in. */
    public boolean isNewest() {
        return cursor == null || cursor.isEmpty();
    }

    /** The address of the same list from another place on. */
    public String link(String path, String nextCursor) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        Map<String, Object> fields = fields();
        fields.put("cursor", nextCursor);
        fields.entrySet().stream()
                .filter(Filter::isGiven)
                .forEach(field -> link.queryParam(field.getKey(), "{" + field.getKey() + "}"));
        return link.encode().buildAndExpand(fields).toUriString();
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", text);
        fields.put("status", status);
        fields.put("kind", kind);
        fields.put("userId", userId);
        fields.put("batchId", batchId);
        fields.put("day", day);
        fields.put("to", to);
        fields.put("cursor", cursor);
        return fields;
    }

    private static boolean isGiven(Map.Entry<String, Object> field) {
        return field.getValue() != null && !field.getValue().toString().isEmpty();
    }

    @Override
    public String toString() {
        return "Filter[]";
    }
}
