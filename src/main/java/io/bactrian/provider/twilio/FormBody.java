package io.bactrian.provider.twilio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A form as it was posted, decoded once, as UTF-8, with every value of a repeated name. Lenient as browsers are: a
 * percent sign that begins no escape stands for itself.
 */
final class FormBody {

    static final FormBody EMPTY = new FormBody(Collections.emptySortedMap());

    private final SortedMap<String, List<String>> fields;

    private FormBody(SortedMap<String, List<String>> fields) {
        this.fields = fields;
    }

    /** @param raw the body, or a query, as it came; null is empty */
    static FormBody parse(String raw) {
        if (raw == null || raw.isEmpty()) {
            return EMPTY;
        }
        SortedMap<String, List<String>> fields = new TreeMap<>();
        for (int start = 0; start <= raw.length(); ) {
            int end = indexOrEnd(raw, '&', start, raw.length());
            if (end > start) {
                int equals = indexOrEnd(raw, '=', start, end);
                String name = decode(raw, start, equals);
                String value = decode(raw, Math.min(equals + 1, end), end);
                fields.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
            }
            start = end + 1;
        }
        return new FormBody(fields);
    }

    /** Every name with its values, sorted by code unit. */
    SortedMap<String, List<String>> fields() {
        return fields;
    }

    /** The value of the name, the first one of several, or null where the name is absent. */
    String first(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.get(0);
    }

    private static int indexOrEnd(String raw, char wanted, int from, int end) {
        int index = raw.indexOf(wanted, from);
        return index < 0 || index > end ? end : index;
    }

    private static String decode(String raw, int start, int end) {
        for (int i = start; i < end; i++) {
            if (raw.charAt(i) == '%' || raw.charAt(i) == '+') {
                return decodeEscapes(raw.substring(start, end).getBytes(StandardCharsets.UTF_8));
            }
        }
        return raw.substring(start, end);
    }

    /** In place: what is decoded is never longer than what it is decoded from. */
    private static String decodeEscapes(byte[] bytes) {
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte next = bytes[i];
            if (next == '+') {
                next = ' ';
            } else if (next == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
                next = (byte) (Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            }
            bytes[length++] = next;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isHex(byte digit) {
        return Character.digit(digit, 16) >= 0;
    }
}
