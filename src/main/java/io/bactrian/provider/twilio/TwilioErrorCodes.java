package io.bactrian.provider.twilio;

import io.bactrian.provider.twilio.TwilioError.Meaning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table in {@code twilio/error-codes.csv}. */
final class TwilioErrorCodes {

    private static final Map<Integer, TwilioError> TABLE = read();

    private TwilioErrorCodes() {}

    /** Null for a code that is not in the table. */
    static TwilioError find(Integer code) {
        return code == null ? null : TABLE.get(code);
    }

    static Map<Integer, TwilioError> all() {
        return TABLE;
    }

    private static Map<Integer, TwilioError> read() {
        try (InputStream file = TwilioErrorCodes.class.getResourceAsStream("/twilio/error-codes.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(TwilioErrorCodes::parse)
                    .collect(Collectors.toUnmodifiableMap(TwilioError::code, error -> error));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TwilioError parse(String line) {
        String[] columns = line.split(",", 3);
        Meaning meaning = Meaning.valueOf(columns[1].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new TwilioError(Integer.parseInt(columns[0]), meaning, columns[2]);
    }
}
