package io.bactrian.dashboard.users;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.util.HashMap;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom the directory knows. */
@Page(path = "/users", label = "Users", icon = "users", scope = "users:read", order = 60)
class UsersPage {

    private final Calls calls;
    private final Directory directory;

    UsersPage(Calls calls) {
        this.calls = calls;
        this.directory = new Directory(calls);
    }

    record Made(String id) {}

    @GetMapping
    String list(
            @RequestParam(required = false) String search,
            @RequestParam(required = false) String cursor,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        model.addAttribute("search", search);
        model.addAttribute("cursor", cursor);
        model.addAttribute("rows", directory.users(search, cursor));
        return part == null ? "dashboard/users" : "dashboard/users :: rows";
    }

    @PostMapping
    String add(@RequestParam String name, @RequestParam String phoneNumber, Model model, RedirectAttributes next) {
        Map<String, String> wanted = new HashMap<>(Map.of("phoneNumber", phoneNumber.strip(), "name", name.strip()));
        wanted.values().removeIf(String::isEmpty);
        Calls.Reply reply = calls.call("create-user", Map.of(), wanted);
        if (!reply.isGood()) {
            model.addAttribute("problem", reply.problem());
            model.addAttribute("name", name);
            return list(null, null, null, model);
        }
        next.addFlashAttribute("done", "They are in the directory.");
        return "redirect:/users/" + reply.as(Made.class).id();
    }

    @GetMapping("/{id}")
    String user(@PathVariable String id, Model model) {
        model.addAttribute("user", directory.user(id));
        model.addAttribute("wishes", directory.wishes(id));
        model.addAttribute("theirs", directory.groups(id));
        model.addAttribute("groups", directory.groups(null));
        return "dashboard/user";
    }

    /** Only what is given is changed. */
    @PostMapping("/{id}")
    String change(
            @PathVariable String id,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String status,
            RedirectAttributes next) {
        Map<String, Object> change = new HashMap<>();
        change.put("name", name);
        change.put("status", status);
        change.values().removeIf(value -> value == null);
        Told.of(calls.call("update-user", Map.of("id", id), change), "It is changed.", next);
        return "redirect:/users/" + id;
    }

    @PostMapping("/{id}/groups")
    String group(
            @PathVariable String id, @RequestParam String group, @RequestParam boolean in, RedirectAttributes next) {
        Map<String, String> member = Map.of("id", group, "userId", id);
        Told.of(
                calls.call(in ? "add-member" : "remove-member", member),
                in ? "They are in the group." : "They are not in the group any more.",
                next);
        return "redirect:/users/" + id;
    }
}
