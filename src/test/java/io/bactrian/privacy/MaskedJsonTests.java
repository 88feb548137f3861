package io.bactrian.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** A log of JSON keeps to what the log for people keeps to. */
class MaskedJsonTests {

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void noNumberIsInALineOfJson(String format) throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/log/" + format + ".xml")))
                .contains("<format>" + format + "</format>");
        String line = line(format);
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.findValuesAsText(format.equals("gelf") ? "short_message" : "message"))
                .contains("to +1•••••••123");
        assertThat(line).doesNotContain("5005550123").contains("IllegalStateException");
    }

    private static String line(String format) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("settings", new FileSystemResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), environment);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.start();
        return new String(encoder.encode(event(context)), StandardCharsets.UTF_8);
    }

    private static LoggingEvent event(LoggerContext context) {
        LoggingEvent event = new LoggingEvent(
                "here",
                context.getLogger("io.bactrian"),
                Level.ERROR,
                "to {}",
                new IllegalStateException("refused +15005550123"),
                new Object[] {"+15005550123"});
        event.setMDCPropertyMap(Map.of("who", "+15005550123"));
        return event;
    }
}
