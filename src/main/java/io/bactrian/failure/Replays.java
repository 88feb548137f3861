package io.bactrian.failure;

import org.springframework.stereotype.Component;

/** Refuses a replay that could only fail again. */
@Component("replays")
public class Replays {

    /**
     * The letter itself.
     *
     * @throws NotReplayable where no flow takes such a job up again
     */
    public DeadLetter check(DeadLetter letter) {
        if (letter.kind().endpoint() == null) {
            throw new NotReplayable("a " + letter.kind().name().toLowerCase() + " dead letter cannot be replayed");
        }
        return letter;
    }

    /** A dead letter that a replay does not cure. */
    public static class NotReplayable extends RuntimeException {
        NotReplayable(String message) {
            super(message);
        }
    }
}
