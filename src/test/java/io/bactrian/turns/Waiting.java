package io.bactrian.turns;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Claim;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.Lane;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages that wait, in memory, and claims of them as a store makes them. */
final class Waiting {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Map<String, List<OutgoingMessage>> lanes = new LinkedHashMap<>();
    private final Turns turns;
    private int queued;

    Waiting(Turns turns) {
        this.turns = turns;
    }

    void queue(int count, String tenant, String batch, Priority priority, String from, String text) {
        for (int i = 0; i < count; i++) {
            OutgoingMessage message = message("m" + queued++, tenant, batch, priority, from, text);
            lanes.computeIfAbsent(message.lane(), any -> new ArrayList<>()).add(message);
        }
    }

    void queue(int count, String tenant, String batch) {
        queue(count, tenant, batch, Priority.NORMAL, null, "hello");
    }

    List<OutgoingMessage> claim(int limit) {
        FairClaim claim = turns.open(Claim.of(limit, "one", "here", NOON, Duration.ofSeconds(60)));
        claim.begin(lanes.keySet().stream().map(key -> new Lane(key, 1)).toList());
        for (LaneLook look = claim.next(); look != null; look = claim.next()) {
            claim.found(lanes.get(look.lane()).stream().limit(look.limit()).toList());
        }
        claim.taken().forEach(message -> lanes.get(message.lane()).remove(message));
        lanes.values().removeIf(List::isEmpty);
        return claim.taken();
    }

    static OutgoingMessage message(
            String id, String tenant, String batch, Priority priority, String from, String text) {
        Draft draft = new Draft(
                id,
                new PhoneNumber("+15005550100"),
                PhoneNumber.of(from),
                Channel.SMS,
                text,
                List.of(),
                Kind.API,
                priority,
                null,
                null,
                "op",
                tenant);
        return OutgoingMessage.queued(draft, NOON, batch);
    }
}
