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

/** What people texted us. */
@Page(path = "/incoming", label = "Incoming", icon = "incoming", scope = "sms:read", order = 20)
class IncomingPage {

    private final Calls calls;
    private final MessagePages messages;

    IncomingPage(Calls calls) {
        this.calls = calls;
        this.messages = new MessagePages(calls);
    }

    record Rows(List<Row> items, String nextCursor) {}

    record Row(
            String messageSid,
            String phoneNumber,
            String messageContent,
            boolean isRegistered,
            boolean responseSent,
            String optOutType,
            Instant receivedAt) {

        @Override
        public String toString() {
            return "Row[" + messageSid + "]";
        }
    }

    @GetMapping
    String list(
            @ModelAttribute("filter") Filter filter,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        model.addAttribute(
                "rows", calls.call("list-incoming", filter.ofIncoming()).as(Rows.class));
        return part == null ? "dashboard/incoming" : "dashboard/incoming :: rows";
    }

    /** What the list shows, of all its pages. */
    @GetMapping("/file.csv")
    ResponseEntity<String> export(Filter filter) {
        Map<String, Object> asked = filter.ofIncoming();
        asked.put("Accept", "text/csv");
        return calls.call("list-incoming", asked).asFile("incoming.csv");
    }

    @GetMapping("/{id}")
    String message(
            @PathVariable String id, @RequestHeader(name = "HX-Request", required = false) String part, Model model) {
        messages.incoming(id, model);
        return part == null ? "dashboard/message" : "dashboard/message :: message";
    }
}
