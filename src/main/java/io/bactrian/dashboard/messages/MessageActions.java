package io.bactrian.dashboard.messages;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be done with one message: sent once more, or its number seen. */
@Page(path = "/message", label = "", icon = "", scope = "sms:read", order = Page.NOT_LISTED)
class MessageActions {

    private final Calls calls;

    MessageActions(Calls calls) {
        this.calls = calls;
    }

    record Made(String id) {}

    record Number(String number) {}

    /** @param key made with the page, so that a second click makes no second message */
    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, @RequestParam UUID key) {
        Calls.Reply reply = calls.call(
                "retry-message", Map.of("id", id, "Prefer", "respond-async", "Idempotency-Key", "page-" + key));
        return "redirect:/outgoing/" + reply.as(Made.class).id();
    }

    @PostMapping("/{id}/reveal")
    String reveal(@PathVariable String id, @RequestParam String reason, Model model) {
        Number number = calls.call("reveal-number", Map.of("id", id), Map.of("reason", reason))
                .as(Number.class);
        model.addAttribute("number", number.number());
        return "dashboard/message :: number";
    }
}
