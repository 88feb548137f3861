package io.bactrian.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A candidate that is to run beside the live flows, as the contract lets it in.
 *
 * @param candidate the text of a route file
 * @param duration how long, as ISO 8601 has it; null for ten minutes
 * @param messages how many texts are compared at the most; null for a thousand
 */
public record ShadowRequest(String candidate, @JsonProperty("for") String duration, Integer messages) {

    @Override
    public String toString() {
        return "ShadowRequest[]";
    }
}
