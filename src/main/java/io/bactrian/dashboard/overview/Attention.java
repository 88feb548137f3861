package io.bactrian.dashboard.overview;

import io.bactrian.dashboard.Calls;
import io.bactrian.security.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What somebody has to look at. What concerns the whole gateway is asked for those who run it. */
final class Attention {

    private static final int COUNTED = 100;

    private final Calls calls;

    Attention(Calls calls) {
        this.calls = calls;
    }

    /**
     * @param count how many
     * @param since the oldest, or null
     * @param link where it can be seen, or null
     */
    record Matter(String tone, String count, String words, Instant since, String link) {}

    record Items(List<Map<String, Object>> items, List<Map<String, Object>> refused) {}

    List<Matter> of(Caller caller, OverviewPage.Backlog backlog) {
        List<Matter> matters = new ArrayList<>();
        if (caller.scopes().contains("ops")) {
            List<Map<String, Object>> parked = all("list-providers").items().stream()
                    .filter(provider -> "parked".equals(provider.get("state")))
                    .toList();
            add(matters, "bad", parked.size(), "providers parked: they refuse our configuration", null, "/routes");
            add(matters, "bad", all("list-dead-letters", COUNTED), "dead letters", null, "/dead-letters");
            add(matters, "bad", all("list-routes").refused().size(), "route files refused", null, "/routes");
        }
        add(
                matters,
                "warn",
                backlog.unknown(),
                "messages of which nobody knows whether they were sent",
                null,
                "/outgoing?status=sending");
        add(
                matters,
                "info",
                backlog.waiting(),
                "messages wait to be sent",
                backlog.oldestQueuedAt(),
                "/outgoing?status=queued");
        return matters;
    }

    private Items all(String operation) {
        Items items = calls.call(operation, Map.of()).as(Items.class);
        return new Items(
                items.items() == null ? List.of() : items.items(),
                items.refused() == null ? List.of() : items.refused());
    }

    private long all(String operation, int limit) {
        return calls.call(operation, Map.of("limit", limit))
                .as(Items.class)
                .items()
                .size();
    }

    private static void add(List<Matter> matters, String tone, long count, String words, Instant since, String link) {
        if (count > 0) {
            matters.add(new Matter(tone, count == COUNTED ? COUNTED + "+" : String.valueOf(count), words, since, link));
        }
    }
}
