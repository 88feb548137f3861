package io.bactrian.dashboard.desk;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import io.bactrian.web.Refused;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What can be done with a conversation. */
@Page(path = "/talk", label = "", icon = "", scope = "sms:send", order = Page.NOT_LISTED)
class ConversationActions {

    private final Calls calls;

    ConversationActions(Calls calls) {
        this.calls = calls;
    }

    /** @param key made with the page, so that a second click sends no second text */
    @PostMapping("/{id}/answer")
    String answer(@PathVariable String id, @RequestParam String body, @RequestParam UUID key) {
        Map<String, String> text = Map.of("conversationId", id, "body", body);
        Map<String, String> how = Map.of("Prefer", "respond-async", "Idempotency-Key", "page-" + key);
        return back(id, calls.call("send-sms", how, text));
    }

    @PostMapping("/{id}/note")
    String note(@PathVariable String id, @RequestParam String text) {
        return back(id, calls.call("note-conversation", Map.of("id", id), Map.of("text", text)));
    }

    /** @param assignee empty for nobody */
    @PostMapping("/{id}/assign")
    String assign(@PathVariable String id, @RequestParam String assignee) {
        return back(id, change(id, Map.of("assignee", assignee.strip())));
    }

    /** Whoever closes a conversation has read it. */
    @PostMapping("/{id}/close")
    String close(@PathVariable String id) {
        return back(id, change(id, Map.of("state", "closed", "read", true)));
    }

    @PostMapping("/{id}/open")
    String open(@PathVariable String id) {
        return back(id, change(id, Map.of("state", "open")));
    }

    /** By the page that shows the thread, while somebody looks at it. */
    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id) {
        checked(change(id, Map.of("read", true)));
    }

    private Calls.Reply change(String id, Map<String, ?> change) {
        return calls.call("change-conversation", Map.of("id", id), change);
    }

    private static String back(String id, Calls.Reply reply) {
        checked(reply);
        return "redirect:/conversations/" + id;
    }

    private static void checked(Calls.Reply reply) {
        if (!reply.isGood()) {
            throw new Refused(reply.problem());
        }
    }
}
