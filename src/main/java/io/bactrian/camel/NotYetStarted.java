package io.bactrian.camel;

import io.bactrian.web.Problem;
import io.bactrian.web.ProblemAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web server listens a moment before the routes are there. Until then a request is asked to come again: a 404 would
 * make Twilio drop a text.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotYetStarted extends OncePerRequestFilter {

    private final CamelContext camel;
    private final ProblemAnswers answers;

    NotYetStarted(CamelContext camel, ProblemAnswers answers) {
        this.camel = camel;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (camel.isStarted() || camel.isStopping()) {
            chain.doFilter(request, response);
        } else {
            answers.write(response, Problem.of(503));
        }
    }
}
