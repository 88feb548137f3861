package io.bactrian.api;

import io.bactrian.failure.BulkReplays;
import io.bactrian.failure.DeadLetter;
import io.bactrian.failure.DeadLetterQuery;
import io.bactrian.failure.DeadLetters;
import io.bactrian.failure.ReplayReport;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Many dead letters, sent through again in the background. */
@Component
public class ReplayRequests {

    private static final int RATE = 10;

    private final DeadLetters letters;
    private final BulkReplays replays;

    ReplayRequests(DeadLetters letters, BulkReplays replays) {
        this.letters = letters;
        this.replays = replays;
    }

    /** @throws Refused where it is not clear which letters are meant, or another replay is under way */
    public Answer start(ReplayOrder order, Caller caller) {
        List<String> ids = chosen(order);
        if (Boolean.TRUE.equals(order.dryRun())) {
            return Answer.of(200, trial(ids));
        }
        ReplayReport begun = replays.start(ids, Objects.requireNonNullElse(order.rate(), RATE), caller.name())
                .orElseThrow(() -> Refused.conflict("filter", "has to wait: another replay is under way"));
        return new Answer(202, Map.of("Location", "/api/dead-letters/replays/" + begun.id()), begun);
    }

    private List<String> chosen(ReplayOrder order) {
        if ((order.filter() == null) == (order.ids() == null)) {
            throw Refused.unprocessable("filter", "or else ids has to say which letters; {} means all");
        }
        return order.ids() == null
                ? letters.ids(query(order.filter()))
                : order.ids().stream().distinct().toList();
    }

    private static DeadLetterQuery query(ReplayOrder.Filter filter) {
        return new DeadLetterQuery(
                filter.kind(),
                filter.cause(),
                filter.step(),
                instant("since", filter.since()),
                instant("until", filter.until()));
    }

    private static Instant instant(String field, String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refused.unprocessable("filter." + field, "is no time, as 2026-11-20T12:00:00Z is one");
        }
    }

    private static Map<String, Object> trial(List<String> ids) {
        Map<String, Integer> kinds = new TreeMap<>();
        ids.forEach(id -> kinds.merge(kind(id), 1, Integer::sum));
        int taken = Math.min(ids.size(), BulkReplays.MOST);
        return Map.of("letters", taken, "others", ids.size() - taken, "kinds", kinds);
    }

    /** An id begins with the kind. */
    private static String kind(String id) {
        return Arrays.stream(DeadLetter.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .filter(kind -> id.startsWith(kind + "-"))
                .findFirst()
                .orElse("unknown");
    }

    /** Null where there is none of that id. */
    public ReplayReport show(Parameters parameters) {
        return replays.find(parameters.text("id")).orElse(null);
    }

    /** As it is afterwards, or null where there is none of that id. */
    public ReplayReport stop(Parameters parameters) {
        return replays.stop(parameters.text("id")).orElse(null);
    }
}
