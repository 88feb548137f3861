package io.bactrian.camel;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/**
 * Which headers cross the edge. Camel would send every header of the message back, the request's included, so a response
 * carries only what is named here. Into a message comes no header of Camel's own.
 */
final class EdgeHeaders extends HttpHeaderFilterStrategy {

    private static final Set<String> OF_ANSWERS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OF_ANSWERS.addAll(Set.of(
                "Allow",
                "Cache-Control",
                "Content-Disposition",
                "Content-Language",
                "Content-Security-Policy",
                "Content-Type",
                "ETag",
                "Idempotency-Replayed",
                "Link",
                "Location",
                "Retry-After",
                "Vary"));
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OF_ANSWERS.contains(name) || super.applyFilterToCamelHeaders(name, value, exchange);
    }
}
