package io.bactrian.dashboard.operations;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which routes run, what goes through them, who edited them last, and which providers take messages. */
@Page(path = "/routes", label = "Routes", icon = "routes", scope = "ops", order = 85)
class RoutesPage {

    private final Calls calls;

    RoutesPage(Calls calls) {
        this.calls = calls;
    }

    record All(List<Row> items, List<Refusal> refused) {}

    record Row(
            String id,
            String file,
            String group,
            String description,
            String status,
            Integer version,
            Instant since,
            String by,
            boolean pending,
            long exchanges,
            long failures,
            long inFlight) {}

    record Refusal(String file, Instant since, List<Finding> findings) {}

    record Finding(String file, Integer line, String message) {}

    record Providers(List<Provider> items) {}

    record Provider(String name, String state, Instant since, String reason, Instant nextTryAt, long underWay) {

        /** What a person takes "closed" for, is the opposite. */
        public String words() {
            return switch (state) {
                case "closed" -> "takes messages";
                case "half-open" -> "being tried";
                case "parked" -> "parked";
                default -> "out of order";
            };
        }

        public boolean isWell() {
            return state.equals("closed");
        }
    }

    record Versions(List<Version> items) {}

    record Version(int version, String file, List<String> routes, Instant since, String by, String text) {}

    @GetMapping
    String list(@RequestHeader(name = "HX-Request", required = false) String part, Model model) {
        model.addAttribute("all", calls.call("list-routes", Map.of()).as(All.class));
        model.addAttribute(
                "providers",
                calls.call("list-providers", Map.of()).as(Providers.class).items());
        return part == null ? "dashboard/routes" : "dashboard/routes :: rows";
    }

    @GetMapping("/{id}")
    String versions(@PathVariable String id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute(
                "versions",
                calls.call("list-route-versions", Map.of("id", id))
                        .as(Versions.class)
                        .items());
        return "dashboard/route";
    }

    @PostMapping("/{id}/rollback")
    String rollBack(@PathVariable String id, @RequestParam int version, RedirectAttributes next) {
        tell(
                calls.call("roll-back-route", Map.of("id", id), Map.of("version", version)),
                "Version " + version + " is back.",
                next);
        return "redirect:/routes/" + id;
    }

    @PostMapping("/providers/{name}/resume")
    String resume(@PathVariable String name, RedirectAttributes next) {
        tell(calls.call("resume-provider", Map.of("name", name)), name + " is tried again.", next);
        return "redirect:/routes";
    }

    private static void tell(Calls.Reply reply, String done, RedirectAttributes next) {
        if (reply.isGood()) {
            next.addFlashAttribute("done", done);
        } else {
            next.addFlashAttribute("problem", reply.problem());
        }
    }
}
