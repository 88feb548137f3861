package io.bactrian.provider.twilio;

import java.util.OptionalInt;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The port on which our own web server listens; nothing before it has started. */
@Component
class LocalPort {

    private volatile int port;

    OptionalInt get() {
        int known = port;
        return known > 0 ? OptionalInt.of(known) : OptionalInt.empty();
    }

    /** A management server of its own has a namespace, and is not the one meant here. */
    @EventListener
    void started(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }
}
