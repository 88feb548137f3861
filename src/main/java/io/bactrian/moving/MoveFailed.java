package io.bactrian.moving;

/** The move did not come to its end. The message is for the person who asked for it, without any number or text. */
class MoveFailed extends RuntimeException {

    private final int exitCode;

    MoveFailed(String message) {
        this(message, ExitCode.FAILED);
    }

    private MoveFailed(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What was carried is not what was there. */
    static MoveFailed different(String message) {
        return new MoveFailed(message, ExitCode.DIFFERENT);
    }

    static MoveFailed misasked(String message) {
        return new MoveFailed(message, ExitCode.MISASKED);
    }

    int exitCode() {
        return exitCode;
    }
}
