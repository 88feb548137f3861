package io.bactrian.idempotency;

/**
 * What is known of a key when a call comes with it.
 *
 * @param kind what is to be done with the call
 * @param newId the id for what it makes, where it is to be done
 * @param answer the first one, where there is one
 */
public record Standing(Kind kind, String newId, KeptAnswer answer) {

    /** What is to be done with a call. */
    public enum Kind {
        /** It is the first one, or the first one ended without an answer: it is to be done, under that id. */
        DO,
        /** It was done: it gets the first answer. */
        REPLAY,
        /** The first one is still under way. */
        UNDER_WAY,
        /** The key belongs to another request. */
        ANOTHER_REQUEST
    }

    public static Standing toDo(String newId) {
        return new Standing(Kind.DO, newId, null);
    }

    /**
     * What a record that is there means for a call.
     *
     * @param request the hash of its request
     * @param answer null where there is none yet
     */
    public static Standing of(IdempotentCall call, String request, KeptAnswer answer) {
        if (!request.equals(call.request())) {
            return new Standing(Kind.ANOTHER_REQUEST, null, null);
        }
        return answer == null ? new Standing(Kind.UNDER_WAY, null, null) : new Standing(Kind.REPLAY, null, answer);
    }
}
