package io.bactrian.provider.simulator;

import java.util.Optional;

/** What follows what in a call. */
final class CallCourse {

    private static final String CARRIERS = "30";

    private CallCourse() {}

    /**
     * The state after this one, or nothing where it is the end.
     *
     * @param fate how it is to end: Twilio's word, an error code, or null for well
     */
    static Optional<Status> next(Status status, String fate) {
        return switch (status) {
            case QUEUED -> Optional.of(Status.INITIATED);
            case INITIATED -> Optional.of(end(fate) == Status.FAILED ? Status.FAILED : Status.RINGING);
            case RINGING -> Optional.of(end(fate) == Status.COMPLETED ? Status.IN_PROGRESS : end(fate));
            case IN_PROGRESS -> Optional.of(Status.COMPLETED);
            default -> Optional.empty();
        };
    }

    /** The error code that it ends with, or null: of a person who does not answer Twilio gives none. */
    static String errorCode(Status status, String fate) {
        return status == Status.FAILED && fate.matches("\\d+") ? fate : null;
    }

    /** Codes of the 30000s say that a person was not reached; any other that the call could not be made. */
    private static Status end(String fate) {
        if (fate == null) {
            return Status.COMPLETED;
        }
        return switch (fate) {
            case "busy" -> Status.BUSY;
            case "no-answer" -> Status.NO_ANSWER;
            default -> fate.startsWith(CARRIERS) ? Status.NO_ANSWER : Status.FAILED;
        };
    }
}
