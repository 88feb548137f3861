package io.bactrian.spool;

/** No more may wait on disk. */
public class SpoolFullException extends RuntimeException {

    SpoolFullException() {
        super("the spool is full");
    }
}
