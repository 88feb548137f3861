package io.bactrian.dashboard.desk;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts that operators answer with. */
@Page(path = "/replies", label = "Canned replies", icon = "edit", scope = "sms:send", order = 45)
class RepliesPage {

    private final Calls calls;

    RepliesPage(Calls calls) {
        this.calls = calls;
    }

    record All(List<Row> items) {}

    record Row(String id, String name, String text, Instant changedAt, String changedBy) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "replies", calls.call("list-replies", Map.of()).as(All.class).items());
        return "dashboard/replies";
    }

    @PostMapping
    String add(@RequestParam String name, @RequestParam String text, Model model, RedirectAttributes next) {
        Calls.Reply reply = calls.call("create-reply", Map.of(), Map.of("name", name, "text", text));
        if (!reply.isGood()) {
            model.addAttribute("problem", reply.problem());
            model.addAttribute("name", name);
            model.addAttribute("text", text);
            return list(model);
        }
        return done("It is there for everybody.", next);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id, @RequestParam String name, @RequestParam String text, RedirectAttributes next) {
        Calls.Reply reply = calls.call("update-reply", Map.of("id", id), Map.of("name", name, "text", text));
        return reply.isGood() ? done("It is changed.", next) : refused(reply, next);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes next) {
        Calls.Reply reply = calls.call("delete-reply", Map.of("id", id));
        return reply.isGood() ? done("It is gone.", next) : refused(reply, next);
    }

    private static String done(String words, RedirectAttributes next) {
        next.addFlashAttribute("done", words);
        return "redirect:/replies";
    }

    private static String refused(Calls.Reply reply, RedirectAttributes next) {
        next.addFlashAttribute("problem", reply.problem());
        return "redirect:/replies";
    }
}
