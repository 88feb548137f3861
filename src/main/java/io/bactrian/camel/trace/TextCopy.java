package io.bactrian.camel.trace;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.User;
import io.bactrian.trace.Episode;
import io.bactrian.trial.LiveText;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/** What a text's exchange knows when it is done, for whoever plays it again. */
final class TextCopy {

    private TextCopy() {}

    /** The variables are those of the flow's own contract: what its ports answered. */
    static LiveText of(IncomingMessage text, Exchange done, Supplier<Episode> went) {
        User user = done.getVariable("user") instanceof User known ? known : null;
        List<OptOutChange> wishes = done.getVariable("wishes") instanceof List<?> list
                ? list.stream()
                        .filter(OptOutChange.class::isInstance)
                        .map(OptOutChange.class::cast)
                        .toList()
                : null;
        return new LiveText(text, user, Boolean.TRUE.equals(done.getVariable("duplicate")), wishes, went);
    }
}
