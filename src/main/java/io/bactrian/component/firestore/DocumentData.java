package io.bactrian.component.firestore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Blob;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.TypeConverter;

/** Reads a body as a document's fields. */
final class DocumentData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private DocumentData() {}

    /** A map as it is; the fields of a JSON object, in text or in what converts to text; or what converts to a map. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Exchange exchange) throws InvalidPayloadException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        TypeConverter converter = exchange.getContext().getTypeConverter();
        Map<String, Object> map =
                body == null || body instanceof String ? null : converter.tryConvertTo(Map.class, exchange, body);
        return map != null ? map : json(exchange, converter.tryConvertTo(String.class, exchange, body));
    }

    private static Map<String, Object> json(Exchange exchange, String text) throws InvalidPayloadException {
        if (text == null || !text.strip().startsWith("{")) {
            throw new UnreadableBody(exchange, "the body is no document");
        }
        try {
            return JSON.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new UnreadableBody(exchange, "the body is no JSON" + place);
        }
    }

    /** The fields in types that the client takes: it knows neither bytes nor Java's instants. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> encodable(Map<String, Object> fields) {
        return (Map<String, Object>) value(fields);
    }

    static Object value(Object value) {
        if (value instanceof byte[] bytes) {
            return Blob.fromBytes(bytes);
        }
        if (value instanceof Instant instant) {
            return Timestamp.ofTimeSecondsAndNanos(instant.getEpochSecond(), instant.getNano());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(DocumentData::value).collect(Collectors.toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, field) -> copy.put(name, value(field)));
            return copy;
        }
        return value;
    }

    /** Says what is wrong without the body, which Camel's own words quote. */
    private static final class UnreadableBody extends InvalidPayloadException {

        private final transient String reason;

        UnreadableBody(Exchange exchange, String reason) {
            super(exchange, Map.class);
            this.reason = reason;
        }

        @Override
        public String getMessage() {
            return reason;
        }
    }
}
