package io.bactrian.doctor;

/** What an examination found. */
public enum Verdict {
    RIGHT,
    /** It works, and is probably not what is wanted. */
    ADVICE,
    WRONG,
    /** Whether it is right could not be found out from here. */
    UNCHECKED
}
