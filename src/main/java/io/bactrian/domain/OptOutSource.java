package io.bactrian.domain;

import java.util.Arrays;

/** How we know that somebody opted out, or in again. */
public enum OptOutSource {
    /** A keyword that we read ourselves. */
    KEYWORD("keyword"),
    /** A keyword that the provider read, as its webhook says ({@code OptOutType}). */
    OPT_OUT_TYPE("opt-out-type"),
    /** The provider refused to take a message (21610). */
    REFUSAL("refusal"),
    /** The provider reported that a message was not delivered for it (21610). */
    DELIVERY_REPORT("delivery-report"),
    /** A row of an import. */
    IMPORT("import"),
    /** Somebody put it on record through the API. */
    API("api"),
    /** Kept before these were told apart: the provider read the keyword, or refused a message. */
    PROVIDER("provider");

    private final String word;

    OptOutSource(String word) {
        this.word = word;
    }

    /** The source of that word, or null where this version knows none. */
    public static OptOutSource of(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return word;
    }
}
