package io.bactrian.api;

import io.bactrian.cost.Cost;
import io.bactrian.cost.Costs;
import io.bactrian.domain.Channel;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.segments.Segments;
import org.springframework.stereotype.Component;

/**
 * What texts take and cost. An SMS is cut into segments; an MMS goes as one, in no encoding of these; of what is said in
 * a call nothing is cut, and what that costs depends on how long it lasts.
 */
@Component
class Estimates {

    private final Costs costs;

    Estimates(Costs costs) {
        this.costs = costs;
    }

    /** @param to null where the recipient is not known, and the cost with it */
    TextSize size(Channel channel, PhoneNumber to, String text) {
        if (channel == Channel.VOICE) {
            return new TextSize(null, text.codePointCount(0, text.length()), false, null, null, null, null);
        }
        Segments segments = Segments.of(text);
        boolean cut = channel == Channel.SMS;
        int count = cut ? segments.count() : 1;
        return new TextSize(
                cut ? segments.encoding() : null,
                segments.characters(),
                segments.characters() > TextSize.MOST_CHARACTERS,
                cut ? segments.units() : null,
                count,
                cut ? segments.unitsLeft() : null,
                to == null ? null : cost(channel, to, count));
    }

    /** Null where no price is known. */
    Cost cost(Channel channel, PhoneNumber to, Integer segments) {
        return segments == null ? null : costs.of(channel, to, segments).orElse(null);
    }
}
