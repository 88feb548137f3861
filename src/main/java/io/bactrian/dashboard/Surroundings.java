package io.bactrian.dashboard;

import io.bactrian.security.Caller;
import io.bactrian.security.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page shows: who looks, where they are, and where they can go. */
@ControllerAdvice("io.bactrian.dashboard")
class Surroundings {

    private final Pages pages;
    private final Callers callers;
    private final AssetLinks assets;

    Surroundings(Pages pages, Callers callers, AssetLinks assets) {
        this.pages = pages;
        this.callers = callers;
        this.assets = assets;
    }

    /** @param current whether it is the one that is looked at */
    record Link(String path, String label, String icon, boolean current) {}

    @ModelAttribute("assets")
    AssetLinks assets() {
        return assets;
    }

    /** Made with the page: what is done by it twice is done once. */
    @ModelAttribute("key")
    UUID key() {
        return UUID.randomUUID();
    }

    @ModelAttribute("me")
    Caller me() {
        return callers.current().orElse(null);
    }

    @ModelAttribute("links")
    List<Link> links(HttpServletRequest request) {
        String path = request.getRequestURI();
        return callers.current().map(pages::of).orElse(List.of()).stream()
                .map(page -> new Link(page.path(), page.label(), page.icon(), page.isCurrent(path)))
                .toList();
    }

    /** {@code light}, {@code dark}, or nothing for what the device is set to. */
    @ModelAttribute("theme")
    String theme(@CookieValue(name = "theme", required = false) String theme) {
        return "light".equals(theme) || "dark".equals(theme) ? theme : null;
    }
}
