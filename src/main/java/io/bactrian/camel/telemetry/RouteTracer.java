package io.bactrian.camel.telemetry;

import io.bactrian.camel.Subject;
import io.bactrian.telemetry.NamedSpans;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.telemetry.Op;

/** Camel's tracer, whose spans say in addition which message they are about. */
final class RouteTracer extends OpenTelemetryTracer {

    private final NamedSpans spans;

    RouteTracer(NamedSpans spans) {
        this.spans = spans;
        setTraceProcessors(true);
    }

    @Override
    protected void beginEventSpan(Exchange exchange, Endpoint endpoint, Op op) throws Exception {
        try (NamedSpans.Named named = spans.about(ExchangeHelper.getRouteId(exchange), Subject.of(exchange))) {
            super.beginEventSpan(exchange, endpoint, op);
        }
    }

    @Override
    protected void beginProcessorSpan(Exchange exchange, String processor) throws Exception {
        try (NamedSpans.Named named = spans.about(ExchangeHelper.getRouteId(exchange), Subject.of(exchange))) {
            super.beginProcessorSpan(exchange, processor);
        }
    }
}
