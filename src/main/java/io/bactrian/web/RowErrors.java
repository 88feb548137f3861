package io.bactrian.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with some rows of a request whose rows stand and fall one by one.
 *
 * @param byRow the first error of each row that has any; its field is the row's own, or {@code (row)} for the whole of it
 */
public record RowErrors(Map<Integer, FieldError> byRow) {

    public static final RowErrors NONE = new RowErrors(Map.of());

    private static final Pattern IN_A_ROW = Pattern.compile("([A-Za-z]+)[.](\\d{1,9})(?:[.](.+))?");
    private static final String WHOLE_ROW = "(row)";

    public RowErrors {
        byRow = Map.copyOf(byRow);
    }

    /** @param rows the field that holds the rows, or null where the request has none */
    static boolean isInARow(FieldError error, String rows) {
        Matcher place = IN_A_ROW.matcher(error.field());
        return rows != null && place.matches() && place.group(1).equals(rows);
    }

    static RowErrors of(List<FieldError> inRows) {
        Map<Integer, FieldError> byRow = new HashMap<>();
        for (FieldError error : inRows) {
            Matcher place = IN_A_ROW.matcher(error.field());
            if (place.matches()) {
                String field = place.group(3) == null ? WHOLE_ROW : place.group(3);
                byRow.putIfAbsent(Integer.valueOf(place.group(2)), new FieldError(field, error.message()));
            }
        }
        return new RowErrors(byRow);
    }
}
