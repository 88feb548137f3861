package io.bactrian.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScrubbedEventTests {

    @Test
    void keepsOurWordsAndMasksNumbers() {
        SentryEvent event = event("io.bactrian.outbound", "refused +15005550177", SentryLevel.ERROR);
        event.setExceptions(List.of(exception("io.bactrian.outbound", "no +15005550177")));
        assertThat(ScrubbedEvent.of(event).getMessage().getFormatted()).isEqualTo("refused +1•••••••177");
        assertThat(event.getExceptions().get(0).getValue()).isEqualTo("no +1•••••••177");
    }

    @Test
    void keepsNoWordsOfOthers() {
        SentryEvent event = event("org.h2", "cannot store 'a private text'", SentryLevel.ERROR);
        event.setExceptions(List.of(exception("org.h2", "cannot store 'a private text'")));
        assertThat(ScrubbedEvent.of(event).getMessage().getFormatted()).isEqualTo("an error of org.h2");
        assertThat(event.getExceptions().get(0).getValue()).isNull();
        assertThat(event.getExceptions().get(0).getModule()).isEqualTo("org.h2");
    }

    @Test
    void tellsTheMessageAndNothingElseOfTheMdc() {
        SentryEvent event = event("io.bactrian.failure", "failed", SentryLevel.WARNING);
        event.getContexts().put("MDC", Map.of("messageId", "SM501", "who", "+15005550177"));
        assertThat(ScrubbedEvent.of(event).getTag("messageId")).isEqualTo("SM501");
        assertThat(event.getContexts().get("MDC")).isNull();
    }

    @Test
    void aWarningIsNoError() {
        assertThat(ScrubbedEvent.of(event("io.bactrian.spool", "full", SentryLevel.WARNING)))
                .isNull();
    }

    private static SentryEvent event(String logger, String words, SentryLevel level) {
        SentryEvent event = new SentryEvent();
        event.setLogger(logger);
        event.setLevel(level);
        Message message = new Message();
        message.setFormatted(words);
        message.setParams(List.of("+15005550177"));
        event.setMessage(message);
        return event;
    }

    private static SentryException exception(String module, String value) {
        SentryException exception = new SentryException();
        exception.setModule(module);
        exception.setType("Failed");
        exception.setValue(value);
        return exception;
    }
}
