package io.bactrian.trial;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.User;

/**
 * The text that is played, and what the store would say of it.
 *
 * @param user whom it is from, or null where nobody knows them
 * @param duplicate whether it has been logged before
 */
public record Sample(IncomingMessage message, User user, boolean duplicate) {

    @Override
    public String toString() {
        return "Sample[" + message.messageSid() + "]";
    }
}
