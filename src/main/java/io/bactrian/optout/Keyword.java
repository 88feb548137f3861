package io.bactrian.optout;

import java.util.Locale;

/** What a text that is nothing but a keyword asks for. */
public enum Keyword {
    STOP,
    START,
    HELP;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
