package io.bactrian.dashboard.accounts;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import io.bactrian.web.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may log in, and as what. */
@Page(path = "/accounts", label = "Accounts", icon = "accounts", scope = "admin", order = 900)
class AccountsPage {

    private static final List<String> ROLES = List.of("operator", "ops", "admin");

    private final Calls calls;

    AccountsPage(Calls calls) {
        this.calls = calls;
    }

    record All(List<Row> items) {}

    record Row(String id, String role, String tenant, boolean active, String createdBy, Instant createdAt) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "accounts", calls.call("list-accounts", Map.of()).as(All.class).items());
        model.addAttribute("roles", ROLES);
        return "dashboard/accounts";
    }

    @PostMapping
    String add(
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam String password,
            Model model,
            RedirectAttributes next) {
        Map<String, String> wanted = Map.of("name", name, "role", role, "password", password);
        Calls.Reply reply = calls.call("create-account", Map.of(), wanted);
        if (!reply.isGood()) {
            Problem problem = reply.problem();
            model.addAttribute("problem", problem);
            model.addAttribute("name", name);
            model.addAttribute("role", role);
            return list(model);
        }
        next.addFlashAttribute("done", "The account " + name + " is made.");
        return "redirect:/accounts";
    }

    /** Only what is given is changed. */
    @PostMapping("/{name}")
    String change(
            @PathVariable String name,
            @RequestParam(required = false) String role,
            @RequestParam(required = false) Boolean active,
            @RequestParam(required = false) String password,
            RedirectAttributes next) {
        Map<String, Object> change = new HashMap<>();
        change.put("role", role);
        change.put("active", active);
        change.put("password", password == null || password.isEmpty() ? null : password);
        change.values().removeIf(value -> value == null);
        Calls.Reply reply = calls.call("change-account", Map.of("name", name), change);
        if (reply.isGood()) {
            next.addFlashAttribute(
                    "done", "The account " + name + " is changed, and whoever was logged in to it is out.");
        } else {
            next.addFlashAttribute("problem", reply.problem());
        }
        return "redirect:/accounts";
    }
}
