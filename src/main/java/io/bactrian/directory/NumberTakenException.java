package io.bactrian.directory;

/** A phone number belongs to one user of a tenant only. */
public class NumberTakenException extends RuntimeException {

    public NumberTakenException() {
        super("the number is somebody's already");
    }
}
