package io.bactrian.edits;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at the routes folder four times a second, from when the gateway is up. */
@Component
class FolderWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long PERIOD_MS = 250;
    private static final long LONGEST_NS = 1_000_000_000L;

    private final RouteEdits edits;
    private final EditSettings settings;
    private final FolderScan scan;
    private final Settling settling = new Settling(LONGEST_NS);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "route-edits");
        made.setDaemon(true);
        return made;
    });

    FolderWatch(RouteEdits edits, EditSettings settings, RouteFiles files) {
        this.edits = edits;
        this.settings = settings;
        this.scan = new FolderScan(files.folder());
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.watch()) {
            thread.scheduleWithFixedDelay(this::look, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            scan.stamps()
                    .filter(seen -> settling.isNew(seen, System.nanoTime()))
                    .ifPresent(seen -> edits.look());
        } catch (RuntimeException | Error e) {
            // The thread goes on: the next look may be better.
            LOG.warn(
                    "the routes folder could not be looked at ({})",
                    e.getClass().getSimpleName(),
                    e);
        }
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
