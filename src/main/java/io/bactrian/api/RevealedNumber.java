package io.bactrian.api;

/**
 * The one answer with a number that is not masked.
 *
 * @param id of the message
 * @param reason as it stands in the audit entry of the call
 */
public record RevealedNumber(String id, String number, String reason) {

    @Override
    public String toString() {
        return "RevealedNumber[" + id + "]";
    }
}
