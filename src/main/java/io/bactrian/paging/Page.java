package io.bactrian.paging;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param nextCursor where the next page begins, or null on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }
}
