package io.bactrian.camel.edge;

import io.bactrian.web.Problem;
import io.bactrian.web.ProblemAnswers;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Hands a webhook to the route of its path. Who may come this far is settled before, by the security chains. */
final class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient WebhookPaths paths;
    private final transient ProblemAnswers answers;

    WebhookServlet(WebhookPaths paths, ProblemAnswers answers) {
        this.paths = paths;
        this.answers = answers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<WebhookPaths.Match> match = paths.find(request.getRequestURI());
        if (match.isEmpty()) {
            answers.write(response, Problem.of(404));
            return;
        }
        WebhookConsumer consumer = match.get().consumer();
        if (!consumer.takes(request.getMethod())) {
            response.setHeader("Allow", consumer.allowed());
            answers.write(response, Problem.of(405));
        } else if (!consumer.isRunAllowed() || consumer.isSuspendingOrSuspended()) {
            answers.write(response, Problem.of(503));
        } else {
            ServerHttpObservationFilter.findObservationContext(request)
                    .ifPresent(
                            seen -> seen.setPathPattern(consumer.getEndpoint().getPath()));
            consumer.serve(request, response, match.get().variables());
        }
    }
}
