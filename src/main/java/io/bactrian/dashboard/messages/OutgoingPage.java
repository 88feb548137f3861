package io.bactrian.dashboard.messages;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** What we sent to people, or are about to. */
@Page(path = "/outgoing", label = "Outgoing", icon = "outgoing", scope = "sms:read", order = 30)
class OutgoingPage {

    private final Calls calls;
    private final MessagePages messages;

    OutgoingPage(Calls calls) {
        this.calls = calls;
        this.messages = new MessagePages(calls);
    }

    record Rows(List<Row> items, String nextCursor) {}

    record Row(
            String id,
            String phoneNumber,
            String messageContent,
            String kind,
            String status,
            boolean awaitsDecision,
            Instant queuedAt,
            String errorCode,
            String errorMessage) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") Filter filter,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        model.addAttribute(
                "rows", calls.call("list-outgoing", filter.parameters()).as(Rows.class));
        model.addAttribute("words", Words.WORDS);
        model.addAttribute("statuses", Words.STATUSES);
        model.addAttribute("kinds", Words.KINDS);
        return part == null ? "dashboard/outgoing" : "dashboard/outgoing :: rows";
    }

    /** What the list shows, of all its pages. */
    @GetMapping("/file.csv")
    ResponseEntity<String> export(Filter filter) {
        Map<String, Object> asked = filter.parameters();
        asked.put("Accept", "text/csv");
        return calls.call("list-outgoing", asked).asFile("outgoing.csv");
    }

    @GetMapping("/{id}")
    String message(
            @PathVariable String id, @RequestHeader(name = "HX-Request", required = false) String part, Model model) {
        messages.outgoing(id, model);
        return part == null ? "dashboard/message" : "dashboard/message :: message";
    }
}
