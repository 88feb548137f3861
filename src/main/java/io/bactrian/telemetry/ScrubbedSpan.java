package io.bactrian.telemetry;

import io.bactrian.privacy.Mask;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span without what may be personal: of its attributes those that are known to be harmless, URLs without their query,
 * numbers masked, and neither events nor words about a failure, since both quote exceptions.
 */
final class ScrubbedSpan extends DelegatingSpanData {

    private static final Set<String> KEPT = Set.of(
            "component",
            "op",
            "error",
            "exchangeId",
            "routeId",
            "messageId",
            "http.method",
            "http.status_code",
            "http.url",
            "url.scheme",
            "url.path",
            "camel.uri");

    private final Attributes attributes;

    ScrubbedSpan(SpanData span) {
        super(span);
        AttributesBuilder kept = Attributes.builder();
        span.getAttributes().forEach((key, value) -> {
            if (KEPT.contains(key.getKey())) {
                kept.put(key.getKey(), scrubbed(String.valueOf(value)));
            }
        });
        attributes = kept.build();
    }

    private static String scrubbed(String text) {
        int query = text.indexOf('?');
        return Mask.numbersIn(query < 0 ? text : text.substring(0, query));
    }

    @Override
    public String getName() {
        return scrubbed(super.getName());
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
