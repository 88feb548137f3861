package io.bactrian.dashboard.compose;

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
        return row < label.size() ? label.get(row) : "recipient " + (row + 1);
    }

    /** What the page calls all of them. */
    String title() {
        return isOne() ? label(0) : who.size() + " people";
    }

    @Override
    public String toString() {
        return "Recipients[" + who.size() + "]";
    }
}
