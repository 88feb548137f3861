package io.bactrian.telemetry;

import io.bactrian.privacy.Mask;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An event without what may be personal: our own words with numbers masked, of any other log line which logger it was, of
 * any other exception its class and where it was thrown, since libraries quote the values that they were given.
 */
final class ScrubbedEvent {

    private static final String OURS = "io.bactrian";

    /** Says in a warning what was given up, which is an error to whoever has to see to it. */
    private static final String FAILURES = OURS + ".failure";

    private ScrubbedEvent() {}

    /** Null where it is no error. */
    static SentryEvent of(SentryEvent event) {
        if (event.getLevel() == SentryLevel.WARNING && !FAILURES.equals(event.getLogger())) {
            return null;
        }
        event.setMessage(words(event));
        for (SentryException exception :
                Objects.requireNonNullElse(event.getExceptions(), List.<SentryException>of())) {
            boolean ours =
                    exception.getModule() != null && exception.getModule().startsWith(OURS);
            exception.setValue(ours ? Mask.numbersIn(exception.getValue()) : null);
        }
        Object mdc = event.getContexts().remove("MDC");
        if (mdc instanceof Map<?, ?> known && known.get("messageId") != null) {
            event.setTag("messageId", Mask.numbersIn(known.get("messageId").toString()));
        }
        event.setThrowable(null);
        event.setUser(null);
        event.setRequest(null);
        event.setBreadcrumbs(null);
        event.setExtras(null);
        event.setServerName(null);
        return event;
    }

    private static Message words(SentryEvent event) {
        Message said = event.getMessage();
        Message words = new Message();
        boolean ours = event.getLogger() != null && event.getLogger().startsWith(OURS) && said != null;
        words.setFormatted(ours ? Mask.numbersIn(said.getFormatted()) : "an error of " + event.getLogger());
        return words;
    }
}
