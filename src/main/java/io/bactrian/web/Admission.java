package io.bactrian.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests as the heap has room for, and asks the others to come again before any of their body is
 * read. What a request takes is reckoned generously from its length.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Admission extends OncePerRequestFilter {

    /** KiB that a request takes without its body: buffers of the connection, exchange, records. */
    private static final int BASE = 64;

    /** How many times a body is in memory while it is served: as bytes, as text, as what was read from it. */
    private static final int COPIES = 6;

    /** KiB; nothing larger is let in by anybody. */
    private static final int LARGEST_BODY = 1024;

    private final Semaphore room;
    private final ProblemAnswers answers;
    private final Counter refused;

    Admission(HttpSettings settings, ProblemAnswers answers, MeterRegistry meters) {
        long whole = settings.memoryBytes() / 1024;
        this.room = new Semaphore((int) Math.max(cost(LARGEST_BODY), Math.min(whole, Integer.MAX_VALUE)));
        this.answers = answers;
        this.refused = Counter.builder("sms.http.refused")
                .description(
                        "Requests that were asked to come again, for want of memory or of threads that wait for bodies")
                .register(meters);
    }

    /** Whoever asks how we are is answered in any case, and the simulator, which only we ask, as Twilio would be. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/actuator") || path.startsWith("/simulator/2010-04-01");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int cost = cost(bodyLength(request));
        if (!room.tryAcquire(cost)) {
            refused.increment();
            answers.write(response, Problem.of(503));
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (CrowdedException e) {
            refused.increment();
            answers.write(response, Problem.of(503));
        } catch (SlowBodyException | SocketTimeoutException e) {
            response.setHeader("Connection", "close");
            answers.write(response, Problem.of(408, "The body takes too long to arrive."));
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Leaving(cost));
            } else {
                room.release(cost);
            }
        }
    }

    /** In KiB; where it is not told, or too large to be let in, as much as could be read. */
    private static int bodyLength(HttpServletRequest request) {
        long told = request.getContentLengthLong();
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        return chunked ? LARGEST_BODY : (int) Math.min(Math.max(0, told) / 1024, LARGEST_BODY);
    }

    private static int cost(int body) {
        return BASE + COPIES * body;
    }

    private final class Leaving implements AsyncListener {

        private final int cost;

        Leaving(int cost) {
            this.cost = cost;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            room.release(cost);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // a new cycle asks no listener of the last one, so it has to be added again
            event.getAsyncContext().addListener(this);
        }
    }
}
