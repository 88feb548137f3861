package io.bactrian.failure;

import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Refuses a replay that could only fail again. */
@Component("replays")
public class Replays {

    /**
     * The letter itself.
     *
     * @throws Refused where no flow takes such a job up again
     */
    public DeadLetter check(DeadLetter letter) {
        if (letter.kind().endpoint() == null) {
            String kind = letter.kind().name().toLowerCase(Locale.ROOT);
            throw new Refused(Problem.of(409, "A dead letter of kind " + kind + " cannot be replayed."));
        }
        return letter;
    }
}
