package io.bactrian.trace;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageState;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Joins what is on record of a message with what the routes decided about it. */
@Component
public class MessageTraces {

    private static final String ACKNOWLEDGMENT = "ack-";

    private final MessageLog log;
    private final Traces traces;
    private final TraceSettings settings;
    private final Clock clock;

    MessageTraces(MessageLog log, Traces traces, TraceSettings settings, Clock clock) {
        this.log = log;
        this.traces = traces;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of a text that came in and its acknowledgment, whichever is asked for; or nothing where the tenant has neither. */
    public Optional<MessageTrace> of(String tenant, String id) {
        Optional<IncomingMessage> asked = log.incoming(tenant, id);
        Optional<OutgoingMessage> outgoing = log.outgoing(tenant, asked.isPresent() ? ACKNOWLEDGMENT + id : id);
        Optional<IncomingMessage> incoming =
                asked.or(() -> outgoing.map(OutgoingMessage::answers).flatMap(sid -> log.incoming(tenant, sid)));
        return asked.isEmpty() && outgoing.isEmpty()
                ? Optional.empty()
                : Optional.of(trace(tenant, id, incoming.orElse(null), outgoing.orElse(null)));
    }

    private MessageTrace trace(String tenant, String id, IncomingMessage incoming, OutgoingMessage outgoing) {
        String sid = incoming == null ? null : incoming.messageSid();
        String sent = outgoing == null ? null : outgoing.id();
        String batch = outgoing == null ? null : outgoing.batchId();
        List<String> ids = Stream.of(sid, sent, batch).filter(Objects::nonNull).toList();
        Optional<MessageState> state = sent == null ? Optional.empty() : log.status(tenant, sent);
        List<TraceEvent> events = Stream.of(
                        Stream.ofNullable(incoming).map(TraceEvent::of),
                        traces.of(ids).stream().map(TraceEvent::of),
                        state.stream()
                                .flatMap(known -> known.history().stream())
                                .map(event -> TraceEvent.of(sent, event)))
                .flatMap(each -> each)
                .sorted(TraceEvent.OLDEST_FIRST)
                .toList();
        return new MessageTrace(
                id,
                sid,
                sent,
                state.map(MessageState::status).orElse(null),
                settings.enabled(),
                clock.instant().minus(settings.keep()),
                events);
    }
}
