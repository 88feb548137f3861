package io.bactrian.dashboard;

import io.bactrian.security.Callers;
import io.bactrian.web.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ways in and out: the front door, the login, and where nobody gets through. */
@Controller
class Doors {

    private final Pages pages;
    private final Callers callers;

    Doors(Pages pages, Callers callers) {
        this.pages = pages;
        this.callers = callers;
    }

    @GetMapping("/")
    String front() {
        return callers.current()
                .flatMap(caller -> pages.of(caller).stream().findFirst())
                .map(page -> "redirect:" + page.path())
                .orElse("redirect:/login");
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) String wrong,
            @RequestParam(required = false) String out,
            @RequestParam(required = false) Integer wait,
            Model model) {
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("out", out != null);
        model.addAttribute("wait", wait == null ? null : Math.min(Math.max(wait, 1), 300));
        return "dashboard/login";
    }

    /** Reached from inside only: no chain lets anybody ask for it. */
    @RequestMapping("/denied")
    String denied(Model model) {
        model.addAttribute(
                "problem",
                Problem.of(403, "You may not do this, or the page was open for too long: load it again and retry."));
        return "dashboard/problem";
    }
}
