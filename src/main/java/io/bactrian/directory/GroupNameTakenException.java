package io.bactrian.directory;

/** Another group of the tenant has that name. */
public class GroupNameTakenException extends RuntimeException {

    public GroupNameTakenException() {
        super("the name is another group's");
    }
}
