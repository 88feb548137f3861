package io.bactrian.edits;

/**
 * Where an edit came from; from which address a call came is in the audit.
 *
 * @param by {@code start}, {@code file}, or the name of who called
 */
public record Origin(String by) {

    static final Origin START = new Origin("start");
    static final Origin FILE = new Origin("file");
}
