package io.bactrian.dashboard.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A text as the form has it.
 *
 * @param at not before, as the browser writes a time of day, or empty for now
 * @param theirs whether that is by the recipient's clock, and not by that of whoever sends
 * @param waits whether it waits while the recipient has quiet hours, or null for what the settings say
 * @param key made with the page, so that a second click sends no second text
 */
record Text(String body, String priority, String at, boolean theirs, Boolean waits, UUID key) {

    /** As a call to send takes it; without whom it is for. */
    Map<String, Object> fields(String zone) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (priority != null && !priority.isEmpty()) {
            fields.put("priority", priority);
        }
        if (at != null && !at.isEmpty()) {
            fields.put("sendAt", at);
            fields.put("timeZone", theirs ? "recipient" : zone);
        }
        if (Boolean.TRUE.equals(waits)) {
            fields.put("quietHours", true);
        }
        return fields;
    }

    @Override
    public String toString() {
        return "Text[]";
    }
}
