package io.bactrian.outbound;

import io.bactrian.GatewaySettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which provider a message goes to. */
@Component("providers")
public class Providers {

    private final List<String> inOrder;

    Providers(GatewaySettings settings) {
        this.inOrder = settings.providers();
    }

    /** The name after {@code direct:send-via-}; from the settings, never from a message. */
    public String choose() {
        return inOrder.get(0);
    }
}
