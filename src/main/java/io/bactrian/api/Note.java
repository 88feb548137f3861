package io.bactrian.api;

/** What somebody wants to remember about a conversation. */
public record Note(String text) {

    @Override
    public String toString() {
        return "Note[]";
    }
}
