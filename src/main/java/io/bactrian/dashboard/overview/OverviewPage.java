package io.bactrian.dashboard.overview;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import io.bactrian.security.Caller;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How it goes today, how it went this week, and what somebody has to look at. */
@Page(path = "/overview", label = "Overview", icon = "overview", scope = "sms:read", order = 10)
class OverviewPage {

    private final Calls calls;

    OverviewPage(Calls calls) {
        this.calls = calls;
    }

    record Statistics(Instant asOf, Traffic traffic, Backlog backlog) {}

    record Traffic(
            Instant from,
            long incoming,
            long outgoing,
            long delivered,
            long undelivered,
            long failed,
            Double deliveryRate,
            long optedOut) {}

    record Backlog(long waiting, Instant oldestQueuedAt, long unknown) {}

    record Analytics(
            String timeZone,
            List<Traffic> hours,
            List<Traffic> days,
            Latency webhookToAcknowledgment,
            Latency queueToProvider) {}

    /** In milliseconds; null where there was nothing to measure. */
    record Latency(long count, Long p50, Long p95, Long p99) {}

    @GetMapping
    String overview(@CookieValue(name = "zone", required = false) String zone, Model model) {
        model.addAttribute("week", calls.call("sms-analytics", in(zone)).as(Analytics.class));
        now(zone, (Caller) model.getAttribute("me"), model);
        return "dashboard/overview";
    }

    /** What changes all the time. */
    @GetMapping("/now")
    String now(
            @CookieValue(name = "zone", required = false) String zone, @ModelAttribute("me") Caller me, Model model) {
        Statistics today = calls.call("sms-stats", in(zone)).as(Statistics.class);
        model.addAttribute("today", today);
        model.addAttribute("attention", new Attention(calls).of(me, today.backlog()));
        return "dashboard/overview :: now";
    }

    /** What the charts draw. */
    @GetMapping("/week")
    String week(@CookieValue(name = "zone", required = false) String zone, Model model) {
        model.addAttribute("week", calls.call("sms-analytics", in(zone)).as(Analytics.class));
        return "dashboard/overview :: week";
    }

    @GetMapping("/days.csv")
    ResponseEntity<String> export(@CookieValue(name = "zone", required = false) String zone) {
        Map<String, String> asked = new HashMap<>(in(zone));
        asked.put("Accept", "text/csv");
        return calls.call("sms-analytics", asked).asFile("days.csv");
    }

    /** The days of whoever looks, as their browser has told. */
    private static Map<String, String> in(String zone) {
        try {
            return zone == null || zone.length() > 64
                    ? Map.of()
                    : Map.of("timeZone", ZoneId.of(zone).getId());
        } catch (DateTimeException e) {
            return Map.of(); // no zone that anybody knows: UTC
        }
    }
}
