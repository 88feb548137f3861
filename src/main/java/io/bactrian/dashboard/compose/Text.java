package io.bactrian.dashboard.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A text as the form has it.
 *
 * @param who for whom, see {@link Recipient}
 * @param label what the page calls each of them
 * @param at not before, as the browser writes a time of day, or empty for now
 * @param theirs whether that is by the recipient's clock, and not by that of whoever sends
 * @param waits whether it waits while the recipient has quiet hours, or null for what the settings say
 * @param key made with the page, so that a second click sends no second text
 */
record Text(
        List<String> who,
        List<String> label,
        String body,
        String priority,
        String at,
        boolean theirs,
        Boolean waits,
        UUID key) {

    Text {
        who = who == null ? List.of() : who;
        label = label == null ? List.of() : label;
    }

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

    Map<String, String> row(String one) {
        Recipient recipient = Recipient.of(one);
        return Map.of(recipient.field(), recipient.value(), "body", body);
    }

    /** What the page calls the recipient of that row. */
    String label(int row) {
        return row < label.size() ? label.get(row) : "recipient " + (row + 1);
    }

    @Override
    public String toString() {
        return "Text[]";
    }
}
