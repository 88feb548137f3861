package io.bactrian.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.privacy.Mask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** All that was found, and what follows from it. */
record Findings(List<Diagnosis> all) {

    private static final Pattern DIGITS = Pattern.compile("\\d{10,}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** 0: all is right; 1: something is wrong; 2: nothing is known to be wrong, and something could not be found out. */
    int exitCode() {
        return has(Verdict.WRONG) ? 1 : has(Verdict.UNCHECKED) ? 2 : 0;
    }

    private boolean has(Verdict verdict) {
        return count(verdict) > 0;
    }

    private long count(Verdict verdict) {
        return all.stream().filter(found -> found.verdict() == verdict).count();
    }

    /** For people: a line each, and below it what to do. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Diagnosis found : all) {
            text.append("%-10s%-19s%s%n".formatted(word(found), found.part(), found.says()));
            if (!found.mend().isEmpty()) {
                text.append("%-10s%-19s%s%n".formatted("", "", "→ " + found.mend()));
            }
        }
        text.append("%n%d right, %d wrong, %d to think about, %d not found out%n"
                .formatted(
                        count(Verdict.RIGHT), count(Verdict.WRONG), count(Verdict.ADVICE), count(Verdict.UNCHECKED)));
        return masked(text.toString());
    }

    /** For programs. */
    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("exitCode", exitCode());
        report.put("findings", all.stream().map(Findings::fields).toList());
        try {
            return masked(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report)) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and a number cannot be written as JSON", e);
        }
    }

    /** In the name of a setting a number has neither a plus nor a space before it. */
    private static String masked(String report) {
        return DIGITS.matcher(Mask.numbersIn(report)).replaceAll("•••");
    }

    private static Map<String, String> fields(Diagnosis found) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("part", found.part());
        fields.put("verdict", word(found));
        fields.put("says", found.says());
        fields.put("mend", found.mend());
        return fields;
    }

    private static String word(Diagnosis found) {
        return found.verdict().name().toLowerCase(Locale.ROOT);
    }
}
