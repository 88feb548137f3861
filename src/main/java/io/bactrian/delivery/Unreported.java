package io.bactrian.delivery;

import io.bactrian.domain.ChangesNothing;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.PollClaim;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Messages that the provider took and whose end nobody has reported: when it is asked about them. */
@Component("unreported")
@ChangesNothing
public class Unreported {

    /** Asked about at a time; a provider that has lost many reports is asked bit by bit. */
    private static final int BATCH = 50;

    private final PollSettings settings;
    private final Clock clock;

    Unreported(PollSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public PollClaim claim() {
        Instant now = clock.instant();
        return new PollClaim(BATCH, now, now.plus(settings.after()), now.minus(settings.giveUpAfter()));
    }

    /** The same report; where it is not the last word, its message is asked about if nothing more comes. */
    public DeliveryReport expectMore(DeliveryReport report) {
        return report.askedAboutAt(report.receivedAt().plus(settings.after()));
    }
}
