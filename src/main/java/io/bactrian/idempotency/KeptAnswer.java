package io.bactrian.idempotency;

/**
 * What a call was answered.
 *
 * @param status the HTTP status
 * @param location may be null
 */
public record KeptAnswer(int status, String contentType, String location, String body) {

    @Override
    public String toString() {
        return "KeptAnswer[" + status + "]";
    }
}
