package io.bactrian.dashboard;

import io.bactrian.integration.Listeners;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that something happened, never what: a page then asks again for what it shows. Within half a second of
 * what this instance does; what another instance does is found at the next beat.
 */
@Component
class Live {

    private static final Duration AT_MOST_EVERY = Duration.ofMillis(500);
    private static final Duration BEAT = Duration.ofSeconds(10);
    /** A browser comes back by itself, and then has to be logged in still. */
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** More pages than that are told no more, the oldest first; their browsers come back. */
    private static final int MOST = 200;

    private final Deque<SseEmitter> pages = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean news = new AtomicBoolean();
    private final ThreadPoolTaskScheduler clock = new ThreadPoolTaskScheduler();

    Live(Listeners listeners) {
        listeners.watch(() -> news.set(true));
        clock.setThreadNamePrefix("dashboard-live-");
        clock.initialize();
        clock.scheduleWithFixedDelay(this::tellNews, AT_MOST_EVERY);
        clock.scheduleWithFixedDelay(() -> tell("beat"), BEAT);
    }

    SseEmitter open() {
        SseEmitter page = new SseEmitter(LONGEST.toMillis());
        page.onCompletion(() -> pages.remove(page));
        page.onTimeout(page::complete);
        pages.add(page);
        while (pages.size() > MOST) {
            end(pages.poll());
        }
        return page;
    }

    private void tellNews() {
        if (news.getAndSet(false)) {
            tell("news");
        }
    }

    private void tell(String what) {
        pages.forEach(page -> {
            try {
                page.send(SseEmitter.event().name(what).data(""));
            } catch (IOException | IllegalStateException e) {
                pages.remove(page); // the browser is gone
            }
        });
    }

    private static void end(SseEmitter page) {
        if (page != null) {
            page.complete();
        }
    }

    /** Otherwise a stop would wait for every open page. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        clock.shutdown();
        pages.forEach(SseEmitter::complete);
    }
}
