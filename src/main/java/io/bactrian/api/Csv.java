package io.bactrian.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables as RFC 4180 writes them, with a byte order mark, without which Excel takes UTF-8 for something else. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe, whoever wrote the text in it.
 */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private Csv() {}

    static Answer answer(String file, List<String> columns, List<List<Object>> rows) {
        return answer(file, columns, rows, null);
    }

    /** @param next where the table goes on, or null */
    static Answer answer(String file, List<String> columns, List<List<Object>> rows, String next) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "text/csv; charset=utf-8; header=present");
        headers.put("Content-Disposition", "attachment; filename=\"" + file + "\"");
        if (next != null) {
            headers.put("Link", "<" + next + ">; rel=\"next\"");
        }
        return new Answer(200, headers, table(columns, rows));
    }

    static String table(List<String> columns, List<List<Object>> rows) {
        StringBuilder table = new StringBuilder(BYTE_ORDER_MARK);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(table, format)) {
            for (List<Object> row : rows) {
                printer.printRecord(row.stream().map(Csv::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static Object cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return !(value instanceof Number) && FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
