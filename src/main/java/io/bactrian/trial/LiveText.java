package io.bactrian.trial;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.User;
import io.bactrian.trace.Episode;
import java.util.List;
import java.util.function.Supplier;

/**
 * A text that went through the live routes, with what they were answered.
 *
 * @param user whom the store knew, or null
 * @param wishes what the store said of earlier wishes, or null where it was not asked
 * @param went what the routes decided; put into words by whoever asks
 */
public record LiveText(
        IncomingMessage message, User user, boolean duplicate, List<OptOutChange> wishes, Supplier<Episode> went) {

    @Override
    public String toString() {
        return "LiveText[" + message.messageSid() + "]";
    }
}
