package io.bactrian.api;

/** The calls of the contract for whoever is inside of the process: the same checks, routes, records and answers. */
public interface InnerCalls {

    /** The answer as a caller from outside would get it: a problem where the call is refused, and never an exception. */
    Answer call(InnerCall call);
}
