package io.bactrian.dashboard.compose;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import io.bactrian.dashboard.messages.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends a text to one or to many, and follows it. Its path is not {@code /send}, which is a call of older programs. */
@Page(path = "/compose", label = "Send", icon = "send", scope = "sms:send", order = 15)
class SendPage {

    private final Calls calls;
    private final SizeParts sizes;
    private final Finds finds;

    SendPage(Calls calls) {
        this.calls = calls;
        this.sizes = new SizeParts(calls);
        this.finds = new Finds(calls);
    }

    record Made(String id, String batchId, List<Row> rejected) {}

    record Row(int index, String field, String reason) {

        /** Without the name of the field, which means nothing here. */
        String inWords() {
            return reason.startsWith(field + " ") ? reason.substring(field.length() + 1) : reason;
        }
    }

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
        model.addAttribute("people", finds.people(text));
        model.addAttribute("groups", finds.groups(text));
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
    String send(
            Text text,
            @RequestParam MultiValueMap<String, String> form,
            @CookieValue(name = "zone", defaultValue = "UTC") String zone,
            Model model) {
        Recipients people = Recipients.of(form);
        people.check();
        Made made = made(text, people, text.fields(zone));
        model.addAttribute("title", people.title());
        model.addAttribute("rejected", rejected(made, people));
        follow(made.batchId() == null ? made.id() : made.batchId(), model);
        return "dashboard/sent :: sent";
    }

    private Made made(Text text, Recipients people, Map<String, Object> wanted) {
        Map<String, String> how = new HashMap<>(Map.of("Idempotency-Key", "page-" + text.key()));
        String call = "send-bulk";
        if (people.isGroup()) {
            call = "send-group";
            how.put("id", Recipient.of(people.who().get(0)).value());
            wanted.put("body", text.body());
        } else if (people.isOne()) {
            call = "send-sms";
            how.put("Prefer", "respond-async");
            wanted.putAll(people.first(text.body()));
        } else {
            wanted.put("messages", people.rows(text.body()));
        }
        return calls.call(call, how, wanted).as(Made.class);
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

    private static List<Rejected> rejected(Made made, Recipients people) {
        return made.rejected() == null
                ? List.of()
                : made.rejected().stream()
                        .map(row -> new Rejected(people.label(row.index()), row.inWords()))
                        .toList();
    }
}
