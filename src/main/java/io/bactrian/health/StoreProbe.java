package io.bactrian.health;

/** Asks the store for next to nothing; one implementation a store. */
public interface StoreProbe {

    /**
     * Returns where the store answers.
     *
     * @throws Exception where it does not
     */
    void ask() throws Exception;
}
