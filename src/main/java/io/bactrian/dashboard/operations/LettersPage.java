package io.bactrian.dashboard.operations;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What failed for good, and sends it through again. */
@Page(path = "/dead-letters", label = "Dead letters", icon = "dead-letters", scope = "ops", order = 80)
class LettersPage {

    private static final List<String> KINDS = List.of("incoming", "report", "outcome", "notice", "malformed");

    private final Calls calls;

    LettersPage(Calls calls) {
        this.calls = calls;
    }

    record Rows(List<Row> items, String nextCursor) {}

    record Row(String id, Instant at, String step, String cause, String endpoint, boolean replayed) {

        /** No flow takes up what nobody could read. */
        public boolean canBeReplayed() {
            return !replayed && !id.startsWith("malformed-");
        }
    }

    record Counts(long total, List<Alike> groups, long others) {}

    record Alike(String kind, String step, String cause, long count, Instant oldest, Instant newest) {}

    @GetMapping
    String list(
            @ModelAttribute("filter") LetterFilter filter,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        model.addAttribute(
                "rows", calls.call("list-dead-letters", filter.parameters()).as(Rows.class));
        model.addAttribute(
                "counts", calls.call("count-dead-letters", filter.counted()).as(Counts.class));
        model.addAttribute("kinds", KINDS);
        return part == null ? "dashboard/letters" : "dashboard/letters :: rows";
    }

    @PostMapping("/{id}/replay")
    String replay(@PathVariable String id, RedirectAttributes next) {
        Calls.Reply reply = calls.call("replay-dead-letter", Map.of("id", id));
        if (reply.isGood()) {
            next.addFlashAttribute("done", "It went through.");
        } else {
            next.addFlashAttribute("problem", reply.problem());
        }
        return "redirect:/dead-letters";
    }
}
