package io.bactrian;

import io.bactrian.edits.RouteFiles;
import io.bactrian.security.OperatorAccount;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says, once the gateway serves, what runs and how to try it. To the terminal and not to the log: a log is kept and
 * sent about, and the password that was made at this start is shown here only.
 */
@Component
class StartupReport {

    private final GatewaySettings settings;
    private final RouteFiles routes;
    private final OperatorAccount operator;
    private final Environment environment;

    StartupReport(GatewaySettings settings, RouteFiles routes, OperatorAccount operator, Environment environment) {
        this.settings = settings;
        this.routes = routes;
        this.operator = operator;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        // Where the log is JSON, every line there is to be JSON.
        boolean json = !environment
                .getProperty("logging.structured.format.console", "")
                .isEmpty();
        (json ? System.err : System.out).println(block().text());
    }

    private StartupBlock block() {
        return new StartupBlock(
                Bactrian.class.getPackage().getImplementationVersion(),
                "http://localhost:" + environment.getProperty("local.server.port"),
                settings,
                routes.chosen().size(),
                operator.username(),
                operator.makePassword().orElse(null));
    }
}
