package io.bactrian.outbound;

import io.bactrian.GatewaySettings;
import io.bactrian.domain.OutgoingMessage;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which provider messages go to, and which one is asked about a message. */
@Component("providers")
public class Providers {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final List<String> inOrder;

    Providers(GatewaySettings settings) {
        this.inOrder = settings.providers();
    }

    /** Whom the next messages go to: the name after {@code direct:send-via-}; null where there is none at present. */
    public String choose() {
        return inOrder.get(0);
    }

    /**
     * Whoever the attempt was made through; before that was on record, there was the first one only.
     *
     * @throws IllegalStateException where the store holds what cannot be a name: a route's address is made of it
     */
    public String of(OutgoingMessage message) {
        String name = message.provider() == null ? inOrder.get(0) : message.provider();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("a provider cannot be called that");
        }
        return name;
    }
}
