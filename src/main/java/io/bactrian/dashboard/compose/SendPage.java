package io.bactrian.dashboard.compose;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import io.bactrian.dashboard.messages.Words;
import io.bactrian.web.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends a text to one or to many, and follows it. Its path is not {@code /send}, which is a call of older programs. */
@Page(path = "/compose", label = "Send", icon = "send", scope = "sms:send", order = 15)
class SendPage {

    private static final int FOUND = 8;

    private final Calls calls;
    private final SizeParts sizes;

    SendPage(Calls calls) {
        this.calls = calls;
        this.sizes = new SizeParts(calls);
    }

    record People(List<Person> items) {}

    record Person(String id, String name, String phoneNumber, String status, boolean optedOut) {

        public String title() {
            return name == null ? phoneNumber : name;
        }

        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    record Made(String id, String batchId, List<Row> rejected) {}

    record Row(int index, String reason) {}

    /** A text that was not sent, and why. */
    record Rejected(String label, String reason) {}

    @GetMapping
    String form() {
        return "dashboard/compose";
    }

    /** Who may be meant by what is typed. By POST, or the name would stand in the address. */
    @PostMapping("/people")
    String people(@RequestParam(defaultValue = "") String q, Model model) {
        String text = q.strip();
        model.addAttribute("people", text.isEmpty() ? List.of() : found(text));
        model.addAttribute("typed", text.matches("[+(]?[0-9][0-9 ()./-]{5,30}"));
        model.addAttribute("asked", !text.isEmpty());
        return "dashboard/compose :: found";
    }

    @PostMapping("/size")
    String size(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(required = false) String conversationId,
            @RequestParam(defaultValue = "") List<String> who,
            @RequestParam(defaultValue = "false") boolean bubble,
            Model model) {
        return sizes.size(body, conversationId, who, bubble, model);
    }

    @PostMapping
    String send(Text text, @CookieValue(name = "zone", defaultValue = "UTC") String zone, Model model) {
        if (text.who().isEmpty()) {
            throw Refused.unprocessable("who", "is missing: pick somebody first");
        }
        boolean one = text.who().size() == 1;
        Map<String, String> how = new HashMap<>(Map.of("Idempotency-Key", "page-" + text.key()));
        Map<String, Object> wanted = text.fields(zone);
        if (one) {
            how.put("Prefer", "respond-async");
            wanted.putAll(text.row(text.who().get(0)));
        } else {
            wanted.put("messages", text.who().stream().map(text::row).toList());
        }
        Made made = calls.call(one ? "send-sms" : "send-bulk", how, wanted).as(Made.class);
        model.addAttribute("title", one ? text.label(0) : text.who().size() + " people");
        model.addAttribute("rejected", rejected(made, text));
        follow(one ? made.id() : made.batchId(), model);
        return "dashboard/sent :: sent";
    }

    /** How far it is. */
    @GetMapping("/sent/{id}")
    String sent(@PathVariable String id, Model model) {
        follow(id, model);
        return "dashboard/sent :: state";
    }

    private void follow(String id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("state", calls.call("sms-status", Map.of("id", id)).as(Sent.class));
        model.addAttribute("words", Words.WORDS);
    }

    private List<Person> found(String text) {
        Map<String, Object> asked = Map.of("search", text, "limit", FOUND);
        return calls.call("list-users", asked).as(People.class).items();
    }

    private static List<Rejected> rejected(Made made, Text text) {
        return made.rejected() == null
                ? List.of()
                : made.rejected().stream()
                        .map(row -> new Rejected(text.label(row.index()), row.reason()))
                        .toList();
    }
}
