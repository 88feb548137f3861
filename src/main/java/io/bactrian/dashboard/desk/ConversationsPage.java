package io.bactrian.dashboard.desk;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import io.bactrian.dashboard.messages.Words;
import io.bactrian.security.Caller;
import java.util.HashMap;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Who texted, and what was said with each. */
@Page(path = "/conversations", label = "Conversations", icon = "conversations", scope = "sms:read", order = 40)
class ConversationsPage {

    /** A thread is read on a screen, and older texts by leafing. */
    private static final int SAID = 50;

    private static final int LISTED = 30;

    private final Calls calls;

    ConversationsPage(Calls calls) {
        this.calls = calls;
    }

    /** @param show {@code open}, {@code unread}, {@code mine}, {@code nobodys} or {@code closed} */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) String cursor,
            @ModelAttribute("me") Caller me,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        Map<String, Object> wanted = new HashMap<>(Map.of("limit", LISTED));
        wanted.put("cursor", cursor);
        wanted.putAll(Shown.of(show, me.name()));
        model.addAttribute("rows", calls.call("list-conversations", wanted).as(Talk.States.class));
        model.addAttribute("show", show);
        model.addAttribute("newest", cursor == null);
        model.addAttribute("tabs", Shown.TABS);
        return part == null ? "dashboard/conversations" : "dashboard/conversations :: rows";
    }

    @GetMapping("/{id}")
    String thread(
            @PathVariable String id,
            @RequestParam(required = false) String cursor,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        show(id, cursor, model);
        if (part == null) {
            model.addAttribute(
                    "replies",
                    calls.call("list-replies", Map.of())
                            .as(RepliesPage.All.class)
                            .items());
        }
        return part == null ? "dashboard/conversation" : "dashboard/conversation :: thread";
    }

    /** The conversation that a message belongs to. */
    @GetMapping("/of/{message}")
    String of(@PathVariable String message) {
        Talk.State found = calls.call("find-conversation", Map.of(), Map.of("messageId", message))
                .as(Talk.State.class);
        return "redirect:/conversations/" + found.id();
    }

    private void show(String id, String cursor, Model model) {
        Map<String, Object> wanted = new HashMap<>(Map.of("id", id, "limit", SAID));
        wanted.put("cursor", cursor);
        model.addAttribute("talk", calls.call("list-thread", wanted).as(Talk.class));
        Talk.Details details = calls.call("show-conversation", Map.of("id", id)).as(Talk.Details.class);
        model.addAttribute("conversation", details.conversation());
        model.addAttribute("events", details.events());
        model.addAttribute("newest", cursor == null);
        model.addAttribute("words", Words.WORDS);
    }
}
