package io.bactrian.fuzz;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Listens to the log before anything in it is masked, and keeps the lines that tell what was planted. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    static LogWatch begin() {
        LogWatch watch = new LogWatch();
        watch.setContext(watch.root.getLoggerContext());
        watch.start();
        watch.root.addAppender(watch);
        return watch;
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder said = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            said.append('\n').append(cause.getClassName()).append(": ").append(cause.getMessage());
        }
        Canary.in(said.toString())
                .ifPresent(
                        found -> leaks.add("the log of " + event.getLoggerName() + " tells what was sent: " + found));
    }

    @Override
    public void close() {
        root.detachAppender(this);
    }
}
