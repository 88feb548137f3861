package io.bactrian.moving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.domain.Media;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A record as a line of JSON: {@code {"collection":"users","phoneNumber":…}}. Equal records are equal lines. */
final class RecordLine {

    private static final String COLLECTION = "collection";

    /** Escaped from the surrogates on, so that also half a character comes back as it was. */
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().highestNonEscapedChar(0xD7FF).build();

    private static final ObjectMapper READER = new ObjectMapper();

    private RecordLine() {}

    static String of(MovedRecord moved) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField(COLLECTION, moved.kind().collection());
            for (Map.Entry<String, Object> field : moved.values().entrySet()) {
                json.writeFieldName(field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof BigDecimal amount) {
            json.writeString(amount.toPlainString());
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Media media) {
            write(json, media);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void write(JsonGenerator json, Media media) throws IOException {
        json.writeStartObject();
        json.writeStringField("url", media.url());
        if (media.contentType() != null) {
            json.writeStringField("contentType", media.contentType());
        }
        json.writeEndObject();
    }

    /** @throws MoveFailed where the line is no record of that kind */
    static MovedRecord read(RecordKind kind, String line) {
        try {
            JsonNode json = READER.readTree(line);
            Map<String, Object> values = new HashMap<>();
            for (Field field : kind.fields()) {
                if (json.has(field.name())) {
                    values.put(field.name(), value(field, json.get(field.name())));
                }
            }
            return new MovedRecord(kind, values);
        } catch (JsonProcessingException | RuntimeException e) {
            // Not as the cause: it quotes what it could not read.
            throw MoveFailed.different("a line of " + kind.collection() + " is no such record");
        }
    }

    private static Object value(Field field, JsonNode json) {
        return switch (field.type()) {
            case TEXT -> json.textValue();
            case NUMBER -> json.intValue();
            case FLAG -> json.booleanValue();
            case TIME -> Instant.parse(json.textValue());
            case AMOUNT -> new BigDecimal(json.textValue());
            case ADDRESSES -> list(json, JsonNode::textValue);
            case ATTACHMENTS -> list(json, RecordLine::media);
        };
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        return new ArrayList<>(
                StreamSupport.stream(array.spliterator(), false).map(element).toList());
    }

    private static Media media(JsonNode json) {
        return new Media(json.path("url").textValue(), json.path("contentType").textValue());
    }

    /** What kind of record a line holds, without reading more than its beginning. */
    static RecordKind kind(String line) {
        for (RecordKind kind : RecordKind.values()) {
            if (line.startsWith("{\"" + COLLECTION + "\":\"" + kind.collection() + "\"")) {
                return kind;
            }
        }
        throw MoveFailed.different("the file holds a line that is no record");
    }
}
