package io.bactrian.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Gives every span that a thread begins its route and the id of the message that it is about. */
public final class NamedSpans implements SpanProcessor {

    private final ThreadLocal<Attributes> names = new ThreadLocal<>();

    /** Until it is closed, what this thread begins is of that route and about that message; null: of none, about none. */
    public Named about(String routeId, String messageId) {
        names.set(Attributes.builder()
                .put("routeId", routeId)
                .put("messageId", messageId)
                .build());
        return names::remove;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        Attributes known = names.get();
        if (known != null) {
            span.setAllAttributes(known);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }

    /** A while in which a message is known. */
    public interface Named extends AutoCloseable {

        @Override
        void close();
    }
}
