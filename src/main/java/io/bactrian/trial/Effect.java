package io.bactrian.trial;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that would have been done.
 *
 * @param step which of the steps it was, counted from 1
 * @param on what it would have been done to: a port, an endpoint without its options, or a bean
 * @param with what, masked
 * @param content tells different contents apart, which masked may look the same; told to nobody
 */
public record Effect(int step, String on, String with, @JsonIgnore int content) {

    /** Whether it is the same deed, wherever in the path it stands. */
    boolean isLike(Effect other) {
        return on.equals(other.on) && with.equals(other.with) && content == other.content;
    }
}
