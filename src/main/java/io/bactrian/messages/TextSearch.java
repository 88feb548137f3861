package io.bactrian.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a search for a text finds in the rows that it looks through, which are bounded: no index of any store helps with a
 * part of a text, and a page must not take longer because the log is long.
 *
 * @param hits those that hold the text
 * @param last the row after which the next page goes on, or null where no more are left
 */
public record TextSearch<R>(List<R> hits, R last) {

    /**
     * @param rows in the order of the list, one more than are to be looked through where there are more
     * @param looked how many are looked through
     * @param limit how many hits a page has
     * @param wanted in upper or lower case, which are the same here
     */
    public static <R> TextSearch<R> in(List<R> rows, int looked, int limit, Function<R, String> text, String wanted) {
        String folded = wanted.toLowerCase(Locale.ROOT);
        List<R> hits = new ArrayList<>();
        int seen = 0;
        while (seen < Math.min(looked, rows.size()) && hits.size() < limit) {
            R row = rows.get(seen++);
            if (text.apply(row).toLowerCase(Locale.ROOT).contains(folded)) {
                hits.add(row);
            }
        }
        return new TextSearch<>(hits, seen < rows.size() ? rows.get(seen - 1) : null);
    }

    @Override
    public String toString() {
        return "TextSearch[" + hits.size() + "]";
    }
}
