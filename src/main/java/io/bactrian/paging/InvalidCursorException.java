package io.bactrian.paging;

/** A cursor is none that we gave. */
public class InvalidCursorException extends RuntimeException {

    public InvalidCursorException() {
        super("the cursor is none of ours");
    }
}
