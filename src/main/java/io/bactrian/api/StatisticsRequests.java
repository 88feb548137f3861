package io.bactrian.api;

import io.bactrian.security.Caller;
import io.bactrian.statistics.Backlogs;
import io.bactrian.statistics.Latencies;
import io.bactrian.statistics.Slot;
import io.bactrian.statistics.TrafficCounts;
import io.bactrian.statistics.Wait;
import io.bactrian.statistics.Window;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What callers ask about how it goes. */
@Component
public class StatisticsRequests {

    private static final int HOURS = 24;
    private static final int DAYS = 7;

    private final TrafficCounts counts;
    private final Latencies latencies;
    private final Backlogs backlogs;
    private final Clock clock;

    StatisticsRequests(TrafficCounts counts, Latencies latencies, Backlogs backlogs, Clock clock) {
        this.counts = counts;
        this.latencies = latencies;
        this.backlogs = backlogs;
        this.clock = clock;
    }

    /** Of today, where no other time is asked about. */
    public Statistics stats(Parameters parameters, Caller caller) {
        ZoneId zone = zone(parameters);
        Window window = window(parameters, Window.today(clock.instant(), zone));
        String tenant = caller.tenant();
        TrafficRow traffic =
                TrafficRow.of(counts.of(tenant, List.of(window.whole())).get(0));
        return new Statistics(window.since(), window.until(), counts.asOf(tenant), traffic, backlogs.of(tenant));
    }

    /** Of the last seven days, where no other time is asked about; the days as a table, where the caller wants CSV. */
    public Object analytics(Parameters parameters, Caller caller) {
        ZoneId zone = zone(parameters);
        Window window = window(parameters, Window.days(clock.instant(), zone, DAYS));
        boolean ofAll = Boolean.TRUE.equals(parameters.flag("allTenants"));
        List<String> tenants = ofAll ? all(caller) : List.of(caller.tenant());
        List<TrafficRow> days = tenants.stream()
                .flatMap(tenant -> rows(tenant, window.days()).stream())
                .toList();
        if (parameters.wantsCsv()) {
            return Csv.answer("analytics.csv", TrafficCsv.COLUMNS, TrafficCsv.rows(days));
        }
        String tenant = caller.tenant();
        return new Analytics(
                window.since(),
                window.until(),
                zone.getId(),
                counts.asOf(tenant),
                rows(tenant, window.hours(HOURS)),
                days,
                latencies.of(tenant, Wait.WEBHOOK_TO_ACKNOWLEDGMENT, window.whole()),
                latencies.of(tenant, Wait.QUEUE_TO_PROVIDER, window.whole()));
    }

    private List<TrafficRow> rows(String tenant, List<Slot> slots) {
        return counts.of(tenant, slots).stream().map(TrafficRow::of).toList();
    }

    /** Those of others are for those who run the gateway. */
    private List<String> all(Caller caller) {
        if (!caller.scopes().contains("ops")) {
            throw new Refused(Problem.of(403));
        }
        return counts.tenants();
    }

    private static Window window(Parameters parameters, Window otherwise) {
        Instant since = parameters.instant("since");
        Instant until = parameters.instant("until");
        Window window = new Window(
                since == null ? otherwise.since() : since, until == null ? otherwise.until() : until, otherwise.zone());
        if (!window.isUsable()) {
            throw Refused.invalid("since", "has to lie before until, and at most 31 days");
        }
        return window;
    }

    private static ZoneId zone(Parameters parameters) {
        try {
            String name = parameters.text("timeZone");
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Refused.invalid("timeZone", "is none of the IANA time zone database");
        }
    }
}
