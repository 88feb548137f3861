package io.bactrian.api;

import java.util.Map;

/**
 * What the caller gets, where it is more than a record with 200. A {@code String} is written as it is, anything else as
 * JSON.
 *
 * @param status the HTTP status
 * @param headers of the response; these and no others
 */
public record Answer(int status, Map<String, String> headers, Object body) {

    public static Answer of(int status, Object body) {
        return new Answer(status, Map.of(), body);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
