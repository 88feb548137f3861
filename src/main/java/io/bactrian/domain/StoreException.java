package io.bactrian.domain;

/**
 * The store did not do what it was asked. Carries no more of the cause than is safe to print: a database's own words
 * quote the values that it was given.
 */
public class StoreException extends RuntimeException {

    private final boolean unavailable;
    private final String code;

    /**
     * @param statement the name of what was asked
     * @param code the store's error code, for instance an SQLState
     * @param unavailable true where the store could not be reached or is too busy, so that trying again makes sense
     */
    public StoreException(String statement, String code, boolean unavailable, Throwable cause) {
        super("the store failed at " + statement + " (" + code + ")");
        this.unavailable = unavailable;
        this.code = code;
        if (cause != null) {
            setStackTrace(cause.getStackTrace());
        }
    }

    /** The store's error code, for instance an SQLState. */
    public String code() {
        return code;
    }

    public boolean isUnavailable() {
        return unavailable;
    }
}
