package io.bactrian.camel.blocks;

import io.bactrian.domain.Kind;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Tenant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code sms:received}, {@code sms:status} and {@code sms:draft}: for our kamelets only, which describe the options. Found
 * by its scheme, so that a trial of an edit has one of its own; what it needs of the gateway it looks up when it is used.
 */
public class SmsComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        Map<String, Object> options = new HashMap<>(parameters);
        parameters.clear();
        return switch (remaining) {
            case "received", "status" -> new SmsSourceEndpoint(uri, this, source(remaining, options));
            case "draft" -> new SmsDraftEndpoint(uri, this, draft(options));
            default -> throw new IllegalArgumentException("there is sms:received, sms:status and sms:draft");
        };
    }

    private static SourceOptions source(String what, Map<String, Object> options) {
        return new SourceOptions(
                what.equals("received"),
                text(options, "name"),
                text(options, "tenant"),
                word(options, "registered", "any", "true", "false"),
                text(options, "keyword"),
                word(options, "format", "record", "json").equals("json"),
                word(options, "numbers", "masked", "whole").equals("whole"));
    }

    private static DraftOptions draft(Map<String, Object> options) {
        String tenant = text(options, "tenant");
        return new DraftOptions(
                text(options, "name"),
                word(options, "reply", "false", "true").equals("true"),
                text(options, "toSetting"),
                text(options, "userId"),
                text(options, "fromSetting"),
                constant(Kind.values(), word(options, "kind", "alert", "auto-reply", "campaign")),
                constant(Priority.values(), word(options, "priority", "normal", "urgent", "high", "low")),
                tenant == null ? Tenant.DEFAULT : tenant);
    }

    private static String text(Map<String, Object> options, String name) {
        Object value = options.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    /** @param words what may be said, the default first */
    private static String word(Map<String, Object> options, String name, String... words) {
        String value = text(options, name);
        if (value != null && !Arrays.asList(words).contains(value)) {
            throw new IllegalArgumentException(name + " has to be one of " + String.join(", ", words));
        }
        return value == null ? words[0] : value;
    }

    private static <E extends Enum<E>> E constant(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
