package io.bactrian.api;

/** @param reason why somebody has to see the number, in words */
public record RevealOrder(String reason) {

    @Override
    public String toString() {
        return "RevealOrder[]";
    }
}
