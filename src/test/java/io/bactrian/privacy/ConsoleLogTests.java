package io.bactrian.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** Whatever form of log is set, there is one. */
class ConsoleLogTests {

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void isLinesForPeopleWhereNobodySaysOtherwise() throws JoranException {
        assertThat(written()).contains("INFO").contains("hello to").doesNotContain("+15005550101");
    }

    @Test
    void isLinesForPeopleWhereTheSettingIsEmpty() throws JoranException {
        context.putProperty("CONSOLE_LOG_STRUCTURED_FORMAT", "");
        assertThat(written()).contains("INFO").contains("hello to").doesNotContain("+15005550101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "gelf", "logstash"})
    void isJsonWhereOneOfItsFormsIsSet(String form) throws JoranException {
        context.putProperty("CONSOLE_LOG_STRUCTURED_FORMAT", form);
        assertThat(written()).startsWith("{").contains("hello to");
    }

    private String written() throws JoranException {
        context.setMDCAdapter(MDC.getMDCAdapter());
        context.putObject(Environment.class.getName(), new MockEnvironment());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getResource("/logback-spring.xml"));
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
        ILoggingEvent event =
                new LoggingEvent(getClass().getName(), root, Level.INFO, "hello to +15005550101", null, null);
        return new String(console.getEncoder().encode(event), UTF_8);
    }
}
