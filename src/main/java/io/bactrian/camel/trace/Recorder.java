package io.bactrian.camel.trace;

import io.bactrian.camel.FailedStep;
import io.bactrian.camel.Subject;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.failure.Cause;
import io.bactrian.trace.Episode;
import io.bactrian.trace.TraceStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** What is decided about one exchange. Its copies, the rows of a split and what is queued for later, have their own. */
final class Recorder extends SynchronizationAdapter {

    static final String PROPERTY = "bactrian.trace";

    /** A loop must not fill the memory. */
    private static final int MOST = 60;

    private final List<Event> events = new ArrayList<>(16);
    private final Recording recording;
    private final Instant at;
    private Exchange exchange;
    private String subject;
    private IncomingMessage text;
    private Event deciding;

    private Recorder(Exchange exchange, Recording recording) {
        this.exchange = exchange;
        this.recording = recording;
        this.at = recording.now();
    }

    static Recorder of(Exchange exchange, Recording recording) {
        if (exchange.getProperty(PROPERTY) instanceof Recorder known && known.exchange == exchange) {
            return known;
        }
        Recorder begun = new Recorder(exchange, recording);
        exchange.setProperty(PROPERTY, begun);
        exchange.getExchangeExtension().addOnCompletion(begun);
        return begun;
    }

    /** Null where so much has been decided already that no more is kept. */
    Event add(StepInfo step) {
        if (subject == null) {
            Object body = exchange.getMessage().getBody();
            subject = Subject.of(body);
            text = body instanceof IncomingMessage message ? message : null;
        }
        if (events.size() == MOST) {
            return null;
        }
        Event event = new Event(step, step.seen(exchange));
        events.add(event);
        return event;
    }

    /** The branch that was just entered is that of the last decision, since none lies between. */
    static void entered(Exchange exchange, String branch) {
        if (exchange.getProperty(PROPERTY) instanceof Recorder known
                && known.exchange == exchange
                && known.deciding != null) {
            known.deciding.took(branch);
        }
    }

    /** The decision that is being made, or null where no more is kept. */
    void decides(Event event) {
        deciding = event;
    }

    @Override
    public void onDone(Exchange done) {
        if (subject != null && exchange != null) {
            Supplier<Episode> episode = episode(done);
            recording.offer(episode);
            if (text != null && recording.copies().areWanted()) {
                recording.copies().offer(TextCopy.of(text, done, episode));
            }
        }
        exchange = null;
    }

    private Supplier<Episode> episode(Exchange done) {
        String route = done.getFromRouteId();
        String failedStep = FailedStep.of(done);
        Throwable failure = done.getException() != null
                ? done.getException()
                : done.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return () -> {
            List<TraceStep> steps = new ArrayList<>();
            events.forEach(event -> steps.add(event.told()));
            if (failedStep != null) {
                steps.add(new TraceStep(
                        route, failedStep, "failure", Cause.of(failure).line(), null, null, null));
            }
            return new Episode(id(), subject, at, route, recording.instance(), steps);
        };
    }

    /** Sorts by time, as long as milliseconds have eleven hexadecimal digits: until the year 2527. */
    private String id() {
        return Long.toHexString(1L << 44 | at.toEpochMilli()) + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    /** What is queued for later goes on without this: it would keep it open until that is done. */
    @Override
    public boolean allowHandover() {
        return false;
    }
}
