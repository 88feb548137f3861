package io.bactrian.conversations;

/** Another one of the tenant has that name. */
public class NameTakenException extends RuntimeException {

    public NameTakenException() {
        super("the name is taken");
    }
}
