package io.bactrian.dashboard.compose;

import io.bactrian.web.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * Whom a text is for.
 *
 * @param who see {@link Recipient}
 * @param label what the page calls each of them
 */
record Recipients(List<String> who, List<String> label) {

    /** Read from the form itself: a binder would take a name with a comma for two. */
    static Recipients of(MultiValueMap<String, String> form) {
        return new Recipients(form.getOrDefault("who", List.of()), form.getOrDefault("label", List.of()));
    }

    boolean isOne() {
        return who.size() == 1;
    }

    /** A group is texted by a call of its own. */
    boolean isGroup() {
        return who.stream().anyMatch(one -> Recipient.of(one).isGroup());
    }

    /** @throws Refused where there is nobody, or a group and others */
    void check() {
        if (who.isEmpty()) {
            throw Refused.unprocessable("who", "is missing: pick somebody first");
        }
        if (isGroup() && !isOne()) {
            throw Refused.unprocessable("who", "has a group and others: text the group by itself");
        }
    }

    Map<String, String> first(String body) {
        return row(who.get(0), body);
    }

    List<Map<String, String>> rows(String body) {
        return who.stream().map(one -> row(one, body)).toList();
    }

    private static Map<String, String> row(String one, String body) {
        Recipient recipient = Recipient.of(one);
        return Map.of(recipient.field(), recipient.value(), "body", body);
    }

    /** What the page calls the recipient of that row. */
    String label(int row) {
        if (isGroup()) {
            return "one of the group";
        }
        return row < label.size() ? label.get(row) : "recipient " + (row + 1);
    }

    /** What the page calls all of them. */
    String title() {
        return isOne() && !label.isEmpty() ? label.get(0) : who.size() + " people";
    }

    @Override
    public String toString() {
        return "Recipients[" + who.size() + "]";
    }
}
