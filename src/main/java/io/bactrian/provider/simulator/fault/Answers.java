package io.bactrian.provider.simulator.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.provider.simulator.WhileSimulated;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** Answers that come late, in half, or never. No server thread waits for any of them. */
@Component
@WhileSimulated
public class Answers implements SmartLifecycle {

    private static final long NO_TIMEOUT = 0;

    private final ObjectMapper json;
    private final Set<AsyncContext> hanging = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, new CustomizableThreadFactory("simulator-late-"), new ThreadPoolExecutor.DiscardPolicy());

    Answers(ObjectMapper json) {
        this.json = json;
    }

    private DeferredResult<Object> late(Object answer, Duration delay) {
        DeferredResult<Object> late = new DeferredResult<>(NO_TIMEOUT);
        timer.schedule(() -> late.setResult(answer), delay.toMillis(), TimeUnit.MILLISECONDS);
        return late;
    }

    /**
     * The answer, or the exception that stands for it, after that time; at once where that is none. What is returned is
     * for a controller to return.
     */
    public Object now(Object answer, Duration delay) {
        if (!delay.isZero()) {
            return late(answer, delay);
        }
        if (answer instanceof RuntimeException refusal) {
            throw refusal;
        }
        return answer;
    }

    /** As {@link #now(Object, Duration)}, and not before something else is done. */
    public Object after(CompletableFuture<Void> before, Object answer, Duration delay) {
        if (before.isDone()) {
            return now(answer, delay);
        }
        DeferredResult<Object> late = new DeferredResult<>(NO_TIMEOUT);
        before.thenRun(() -> timer.schedule(() -> late.setResult(answer), delay.toMillis(), TimeUnit.MILLISECONDS));
        return late;
    }

    /** No answer at all: the connection is closed after that time, if the caller has not given up before. */
    public void never(HttpServletRequest request, Duration hang) {
        AsyncContext call = request.startAsync();
        call.setTimeout(NO_TIMEOUT);
        hanging.add(call);
        timer.schedule(() -> end(call), hang.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(AsyncContext call) {
        if (hanging.remove(call)) {
            Connections.cut(call.getRequest());
            call.complete();
        }
    }

    /** Nothing but the end of the connection. */
    public void cut(HttpServletRequest request) {
        Connections.cut(request);
    }

    /** The first half of what was promised, then the end of the connection. */
    public void cutMidway(Object answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] whole = json.writeValueAsBytes(answer);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(whole.length);
        response.getOutputStream().write(Arrays.copyOf(whole, whole.length / 2));
        response.flushBuffer();
        Connections.cut(request);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server's own end, which would wait for the calls that hang. */
    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        hanging.forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
