package io.bactrian.domain;

import java.util.List;

/** A claim that takes from several lanes, from each as much as the ones before have left. */
public interface InTurns {

    /** Begins, with the lanes that have something due; what was taken before is forgotten. */
    void begin(List<Lane> lanes);

    /** What to look for next: a record whose components are a query's parameters. Null where all has been taken. */
    Object next();

    /** What that has found, in order. */
    void found(List<?> messages);

    /** What is taken of all that was found, in the order in which it is to leave. */
    List<?> taken();
}
