package io.bactrian.dashboard;

import io.bactrian.web.Failures;
import io.bactrian.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a person sees where a page cannot be shown, or something cannot be done: why, in words. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageRefusals {

    private final Surroundings surroundings;

    PageRefusals(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @ExceptionHandler
    String refused(Exception failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        Problem problem = failure instanceof ErrorResponse answered
                ? Problem.of(answered.getStatusCode().value())
                : Failures.problem("A page of the dashboard", failure);
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        model.addAttribute("assets", surroundings.assets());
        if (LoginNeeded.isPart(request)) {
            response.setHeader("HX-Retarget", "#notices");
            response.setHeader("HX-Reswap", "innerHTML");
            return "dashboard/problem :: notice";
        }
        // Of the model attributes of advice there are none where a handler has failed.
        model.addAttribute("me", surroundings.me());
        model.addAttribute("links", surroundings.links(request));
        return "dashboard/problem";
    }
}
