package io.bactrian.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.sentry.Sentry;
import io.sentry.SentryOptions;
import io.sentry.logback.SentryAppender;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** What the log says of failures goes to Sentry as well, or to whatever speaks as it does, where a DSN is set. */
@Component
@ConditionalOnExpression("!'${sms.telemetry.sentry-dsn:}'.isEmpty()")
class Errors implements DisposableBean {

    private final SentryAppender appender = new SentryAppender();

    Errors(TelemetrySettings settings) {
        appender.setOptions(options(settings.sentryDsn()));
        appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        appender.setMinimumEventLevel(Level.WARN);
        appender.setMinimumBreadcrumbLevel(Level.OFF);
        appender.start();
        root().addAppender(appender);
    }

    private static SentryOptions options(String dsn) {
        SentryOptions options = new SentryOptions();
        options.setDsn(dsn);
        options.setEnableExternalConfiguration(false);
        options.setSendDefaultPii(false);
        options.setAttachServerName(false);
        options.setAttachThreads(false);
        options.setMaxBreadcrumbs(0);
        options.setEnableAutoSessionTracking(false);
        options.setSendClientReports(false);
        options.setEnableShutdownHook(false);
        options.setRelease(Errors.class.getPackage().getImplementationVersion());
        options.setBeforeSend((event, hint) -> ScrubbedEvent.of(event));
        return options;
    }

    private static Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void destroy() {
        root().detachAppender(appender);
        appender.stop();
        Sentry.close();
    }
}
