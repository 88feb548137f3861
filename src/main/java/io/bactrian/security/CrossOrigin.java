package io.bactrian.security;

import io.bactrian.web.Problem;
import io.bactrian.web.ProblemAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/** Which pages of other sites may call the API from a browser. They bring their own credentials; cookies there are none. */
final class CrossOrigin {

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");

    private CrossOrigin() {}

    /** @throws UnusableSettingException where an origin is none */
    static CorsFilter filter(List<String> origins, ProblemAnswers answers) {
        if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            throw new UnusableSettingException(
                    "SMS_API_CORS_ORIGINS (sms.api.cors-origins) holds what is no origin.",
                    "Write each as scheme, host and port, without a path: https://desk.example.org.");
        }
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(
                List.of("Authorization", "Content-Type", "Idempotency-Key", "Prefer", KeyAuthentication.HEADER));
        allowed.setExposedHeaders(List.of("Location", "Retry-After"));
        allowed.setMaxAge(Duration.ofHours(1));
        CorsFilter filter = new CorsFilter(request -> allowed);
        filter.setCorsProcessor(processor(answers));
        return filter;
    }

    /** Spring's own, with a refusal that is a problem. */
    private static CorsProcessor processor(ProblemAnswers answers) {
        DefaultCorsProcessor standard = new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(org.springframework.http.server.ServerHttpResponse response) {
                // The answer is written below, where what it is made with is at hand.
            }
        };
        return (CorsConfiguration allowed, HttpServletRequest request, HttpServletResponse response) -> {
            boolean passes = standard.processRequest(allowed, request, response);
            if (!passes) {
                refuse(response, answers);
            }
            return passes;
        };
    }

    private static void refuse(HttpServletResponse response, ProblemAnswers answers) throws IOException {
        answers.write(response, Problem.of(403, "A page of that site may not call this."));
    }
}
