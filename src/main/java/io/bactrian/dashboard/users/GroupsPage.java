package io.bactrian.dashboard.users;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People who are texted together. */
@Page(path = "/groups", label = "Groups", icon = "groups", scope = "users:read", order = 65)
class GroupsPage {

    private final Calls calls;
    private final Directory directory;

    GroupsPage(Calls calls) {
        this.calls = calls;
        this.directory = new Directory(calls);
    }

    record Made(String id) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("groups", directory.groups(null));
        return "dashboard/groups";
    }

    @PostMapping
    String add(@RequestParam String name, Model model, RedirectAttributes next) {
        Calls.Reply reply = calls.call("create-group", Map.of(), Map.of("name", name.strip()));
        if (!reply.isGood()) {
            model.addAttribute("problem", reply.problem());
            model.addAttribute("name", name);
            return list(model);
        }
        next.addFlashAttribute("done", "The group is made. Put people into it.");
        return "redirect:/groups/" + reply.as(Made.class).id();
    }

    @GetMapping("/{id}")
    String group(
            @PathVariable String id,
            @RequestParam(required = false) String cursor,
            @RequestParam(required = false) String search,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        model.addAttribute("group", directory.group(id));
        model.addAttribute("cursor", cursor);
        model.addAttribute("search", search);
        model.addAttribute(
                "found",
                search == null || search.isBlank()
                        ? List.of()
                        : directory.users(search, null).items());
        if (part != null) {
            return "dashboard/group :: found";
        }
        model.addAttribute("rows", directory.members(id, cursor));
        return "dashboard/group";
    }

    @PostMapping("/{id}")
    String rename(@PathVariable String id, @RequestParam String name, RedirectAttributes next) {
        Told.of(
                calls.call("rename-group", Map.of("id", id), Map.of("name", name.strip())),
                "It has another name.",
                next);
        return "redirect:/groups/" + id;
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes next) {
        Told.of(calls.call("delete-group", Map.of("id", id)), "The group is gone; its members stay.", next);
        return "redirect:/groups";
    }

    @PostMapping("/{id}/members")
    String member(
            @PathVariable String id, @RequestParam String user, @RequestParam boolean in, RedirectAttributes next) {
        Told.of(
                calls.call(in ? "add-member" : "remove-member", Map.of("id", id, "userId", user)),
                in ? "They are in the group." : "They are not in the group any more.",
                next);
        return "redirect:/groups/" + id;
    }
}
