package io.bactrian.api;

/** A canned reply that somebody wants kept. */
public record NewReply(String name, String text) {

    @Override
    public String toString() {
        return "NewReply[]";
    }
}
