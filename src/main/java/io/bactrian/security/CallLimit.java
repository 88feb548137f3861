package io.bactrian.security;

import io.bactrian.limits.ApiRates;
import io.bactrian.web.Problem;
import io.bactrian.web.ProblemAnswers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks whoever calls too often to come again, before any of the body is read. Whoever asks how we are is answered. */
final class CallLimit extends OncePerRequestFilter {

    private static final String HEALTH = "/api/sms/health";

    private final ApiRates rates;
    private final Callers callers;
    private final ProblemAnswers answers;

    CallLimit(ApiRates rates, Callers callers, ProblemAnswers answers) {
        this.rates = rates;
        this.callers = callers;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals(HEALTH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Problem> refusal =
                rates.call(callers.current().map(Caller::tenant).orElse(null));
        if (refusal.isPresent()) {
            answers.write(response, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }
}
