package io.bactrian.dashboard.batches;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far the calls for many messages are, and what can be done with them. */
@Page(path = "/batches", label = "Batches", icon = "batches", scope = "sms:read", order = 70)
class BatchesPage {

    private static final Map<String, String> TONES =
            Map.of("running", "info", "paused", "warn", "canceled", "quiet", "done", "good");
    private static final Map<String, String> DONE =
            Map.of("pause", "It is held.", "resume", "It goes on.", "cancel", "What waited of it is canceled.");
    private static final int A_PAGE = 20;

    private final Calls calls;

    BatchesPage(Calls calls) {
        this.calls = calls;
    }

    record Rows(List<Row> items, String nextCursor) {}

    record Row(
            String batchId,
            String status,
            Instant createdAt,
            String operatorId,
            int accepted,
            int rejected,
            long processed,
            Map<String, Long> counts) {

        public String tone() {
            return TONES.getOrDefault(status, "quiet");
        }

        public boolean isOpen() {
            return status.equals("running") || status.equals("paused");
        }

        /** Of the messages that did not get where they were to go. */
        public long failed() {
            return counts.getOrDefault("failed", 0L) + counts.getOrDefault("undelivered", 0L);
        }
    }

    @GetMapping
    String list(
            @RequestParam(required = false) String cursor,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        Map<String, Object> asked = new HashMap<>(Map.of("limit", A_PAGE));
        asked.put("cursor", cursor);
        model.addAttribute("cursor", cursor);
        model.addAttribute("rows", calls.call("list-batches", asked).as(Rows.class));
        return part == null ? "dashboard/batches" : "dashboard/batches :: rows";
    }

    @PostMapping("/{id}/{what:pause|resume|cancel}")
    String change(@PathVariable String id, @PathVariable String what, RedirectAttributes next) {
        Calls.Reply reply = calls.call(what + "-batch", Map.of("id", id));
        if (reply.isGood()) {
            next.addFlashAttribute("done", DONE.get(what));
        } else {
            next.addFlashAttribute("problem", reply.problem());
        }
        return "redirect:/batches";
    }
}
