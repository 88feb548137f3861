package io.bactrian.api;

/** A group that somebody wants, or another name for one. */
public record NewGroup(String name) {

    @Override
    public String toString() {
        return "NewGroup[]";
    }
}
