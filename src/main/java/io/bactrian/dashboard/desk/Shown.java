package io.bactrian.dashboard.desk;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which conversations a list can show. */
final class Shown {

    /** What each is called. */
    static final Map<String, String> TABS = new LinkedHashMap<>();

    static {
        TABS.put("open", "Open");
        TABS.put("unread", "Unread");
        TABS.put("mine", "Mine");
        TABS.put("nobodys", "Nobody’s");
        TABS.put("closed", "Closed");
    }

    private Shown() {}

    /** As the contract asks for them. */
    static Map<String, Object> of(String show, String me) {
        return switch (show) {
            case "unread" -> Map.of("unread", true);
            case "mine" -> Map.of("open", true, "assignee", me);
            case "nobodys" -> Map.of("open", true, "assignee", "");
            case "closed" -> Map.of("open", false);
            default -> Map.of("open", true);
        };
    }
}
