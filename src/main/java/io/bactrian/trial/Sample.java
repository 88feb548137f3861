package io.bactrian.trial;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.User;
import java.util.List;
import java.util.Map;

/**
 * The text that is played, and what the store would say of it.
 *
 * @param user whom it is from, or null where nobody knows them
 * @param duplicate whether it has been logged before
 * @param wishes what the sender said before about being texted; null where only {@code user} tells
 * @param said what beans with a memory are to answer, by {@code bean.method}
 */
public record Sample(
        IncomingMessage message, User user, boolean duplicate, List<OptOutChange> wishes, Map<String, Boolean> said) {

    public Sample(IncomingMessage message, User user, boolean duplicate) {
        this(message, user, duplicate, null, Map.of());
    }

    @Override
    public String toString() {
        return "Sample[" + message.messageSid() + "]";
    }
}
