package io.bactrian.provider.simulator.fault;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** Durations as the settings write them, for instance {@code 500ms}, {@code 3s}, {@code 1m}. */
final class DurationJson extends SimpleModule {

    DurationJson() {
        addDeserializer(Duration.class, new Reader());
        addSerializer(Duration.class, new Writer());
    }

    private static final class Reader extends StdScalarDeserializer<Duration> {

        private Reader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString();
            try {
                return DurationStyle.detectAndParse(text == null ? "" : text);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException("", Duration.class, "no duration");
            }
        }
    }

    private static final class Writer extends JsonSerializer<Duration> {

        @Override
        public void serialize(Duration value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(DurationStyle.SIMPLE.print(value));
        }
    }
}
