package io.bactrian.api;

import io.bactrian.directory.Person;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.UserStatus;
import io.bactrian.web.FieldError;
import io.bactrian.web.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads tables of people as spreadsheets write them: with or without a byte order mark, with commas, semicolons or tabs. */
final class UserTable {

    private static final String PHONE = "phoneNumber";
    private static final String NAME = "name";
    private static final String STATUS = "status";
    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST_NAME = 200;

    private final PhoneNumbers numbers;
    private final List<Person> people = new ArrayList<>();
    private final List<UserImportResult.Rejected> rejected = new ArrayList<>();
    private final Set<PhoneNumber> seen = new HashSet<>();

    private UserTable(PhoneNumbers numbers) {
        this.numbers = numbers;
    }

    List<Person> people() {
        return people;
    }

    List<UserImportResult.Rejected> rejected() {
        return rejected;
    }

    /** @throws Refused where the whole is no such table */
    static UserTable of(String csv, PhoneNumbers numbers) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        UserTable table = new UserTable(numbers);
        try (CSVParser parser = CSVParser.parse(text, format(text))) {
            if (!parser.getHeaderMap().containsKey(PHONE)) {
                throw Refused.unprocessable("csv", "has no column phoneNumber");
            }
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() > MOST_ROWS) {
                    throw Refused.unprocessable("csv", "has more than " + MOST_ROWS + " rows");
                }
                table.read(row, parser.getCurrentLineNumber());
            }
        } catch (UncheckedIOException | IllegalArgumentException | IOException e) {
            // Not as the cause: it quotes what it could not read.
            throw Refused.unprocessable("csv", "is no table that can be read");
        }
        return table;
    }

    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        char delimiter = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    private void read(CSVRecord row, long line) {
        try {
            people.add(person(row));
        } catch (Refused refusal) {
            FieldError error = refusal.problem().errors().get(0);
            rejected.add(new UserImportResult.Rejected(line, error.field(), error.message()));
        }
    }

    private Person person(CSVRecord row) {
        PhoneNumber number = numbers.read(cell(row, PHONE))
                .orElseThrow(() -> Refused.unprocessable(PHONE, "is not a possible phone number"));
        String name = Texts.checked(NAME, cell(row, NAME));
        if (name.length() > LONGEST_NAME) {
            throw Refused.unprocessable(NAME, "has more than " + LONGEST_NAME + " characters");
        }
        UserStatus status = status(cell(row, STATUS).toLowerCase(Locale.ROOT));
        if (!seen.add(number)) {
            throw Refused.unprocessable(PHONE, "stands in an earlier row already");
        }
        return new Person(number, name.isEmpty() ? null : name, status);
    }

    /** An apostrophe before a number is how spreadsheets are told that it is a text. */
    private static String cell(CSVRecord row, String column) {
        String cell = row.isSet(column) ? row.get(column) : "";
        return column.equals(PHONE) && cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private static UserStatus status(String word) {
        return switch (word) {
            case "", "active" -> UserStatus.ACTIVE;
            case "inactive" -> UserStatus.INACTIVE;
            default -> throw Refused.unprocessable(STATUS, "is neither active nor inactive");
        };
    }
}
