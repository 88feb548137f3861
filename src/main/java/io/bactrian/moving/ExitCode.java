package io.bactrian.moving;

/** What the process tells the script that started it. */
final class ExitCode {

    static final int DONE = 0;
    /** It stopped on the way; the same command goes on where it stopped. */
    static final int FAILED = 1;

    static final int MISASKED = 2;
    /** File and store, counted and hashed, do not hold the same. */
    static final int DIFFERENT = 3;

    private ExitCode() {}
}
