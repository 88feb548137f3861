package io.bactrian.inbound;

import io.bactrian.domain.ChangesNothing;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.User;
import org.springframework.stereotype.Component;

/** Decides whether a sender is registered: the user exists and is active. */
@Component("registration")
@ChangesNothing
public class Registration {

    /** @param user whom the number belongs to, or null */
    public IncomingMessage mark(IncomingMessage message, User user) {
        return message.withRegistration(user != null && user.isActive());
    }
}
