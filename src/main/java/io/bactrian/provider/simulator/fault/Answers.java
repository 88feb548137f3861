package io.bactrian.provider.simulator.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.provider.simulator.WhileSimulated;
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

/**
 * Answers that come late, in half, or never; a controller returns what these methods return. No server thread waits for
 * any of them.
 */
@Component
@WhileSimulated
public class Answers implements SmartLifecycle {

    private static final long NO_TIMEOUT = 0;

    private final ObjectMapper json;
    private final Set<DeferredResult<Object>> promised = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, new CustomizableThreadFactory("simulator-late-"), new ThreadPoolExecutor.DiscardPolicy());
    private volatile boolean running;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** The answer, or the exception that stands for it, after that time; at once where that is none. */
    public Object after(Duration delay, Object answer) {
        return after(CompletableFuture.completedFuture(null), delay, answer);
    }

    /** As {@link #after(Duration, Object)}, and not before something else is done. */
    public Object after(CompletableFuture<Void> done, Duration delay, Object answer) {
        if (!done.isDone() || !delay.isZero()) {
            return promise(done, delay, answer);
        }
        if (answer instanceof RuntimeException instead) {
            throw instead;
        }
        return answer;
    }

    /** No answer: the connection is closed after that time, if the caller has not given up before. */
    public Object never(Duration hang) {
        return after(hang, new Cut());
    }

    /** Nothing but the end of the connection, now. */
    public Object cut() {
        throw new Cut();
    }

    /** The first half of what was promised, then the end of the connection. */
    public Object cutMidway(Object answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] whole = json.writeValueAsBytes(answer);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(whole.length);
        response.getOutputStream().write(Arrays.copyOf(whole, whole.length / 2));
        response.flushBuffer();
        Connections.cut(request);
        return null;
    }

    private DeferredResult<Object> promise(CompletableFuture<Void> done, Duration delay, Object answer) {
        DeferredResult<Object> promise = new DeferredResult<>(NO_TIMEOUT);
        promised.add(promise);
        promise.onCompletion(() -> promised.remove(promise));
        done.thenRun(() -> timer.schedule(() -> promise.setResult(answer), delay.toMillis(), TimeUnit.MILLISECONDS));
        return promise;
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
        promised.forEach(promise -> promise.setResult(new Cut()));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
