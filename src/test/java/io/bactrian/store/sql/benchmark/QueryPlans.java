package io.bactrian.store.sql.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What PostgreSQL does for each statement, with the values at hand and with a plan for any values. */
final class QueryPlans {

    private static final Pattern INDEX = Pattern.compile("(?:using|Index Scan on) (\\w+)|(Seq Scan on \\w+)");
    private static final Pattern ROWS = Pattern.compile("actual time=\\S+ rows=(\\d+)");
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared (?:hit=(\\d+))? ?(?:read=(\\d+))?");
    private static final Pattern TIME = Pattern.compile("Execution Time: (\\S+) ms");

    private final DataSource database;
    private final int messages;

    QueryPlans(DataSource database, int messages) {
        this.database = database;
        this.messages = messages;
    }

    void write(Map<String, Map<Integer, Object>> statements, Path file) throws IOException, SQLException {
        List<String> lines = new ArrayList<>(List.of(
                "| statement | plan | rows | blocks | ms | the plan for any values |",
                "| --- | --- | --- | --- | --- | --- |"));
        for (var statement : statements.entrySet()) {
            lines.add(line(statement.getKey(), statement.getValue()));
        }
        Files.writeString(
                file, "%,d messages in `communications`.%n%n%s%n".formatted(messages, String.join("\n", lines)));
    }

    private String line(String sql, Map<Integer, Object> values) throws SQLException {
        // A plain insert cannot be run again: there the plan is all.
        String explain =
                sql.startsWith("insert") && !sql.contains("conflict") ? "explain " : "explain (analyze, buffers) ";
        String own = explain(explain + sql, values, "force_custom_plan");
        String general = explain(explain + sql, values, "force_generic_plan");
        return "| `%s` | %s | %s | %s | %s | %s, %s ms |"
                .formatted(
                        shortened(sql),
                        plan(own),
                        first(ROWS, own),
                        blocks(own),
                        first(TIME, own),
                        plan(general).equals(plan(own)) ? "the same" : plan(general),
                        first(TIME, general));
    }

    private String explain(String sql, Map<Integer, Object> values, String mode) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement set = connection.prepareStatement("set local plan_cache_mode = " + mode)) {
                set.execute();
            }
            try (PreparedStatement explain = connection.prepareStatement(sql)) {
                for (var value : values.entrySet()) {
                    explain.setObject(value.getKey(), value.getValue());
                }
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = explain.executeQuery()) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
                return String.join("\n", lines);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String plan(String plan) {
        Set<String> used = new LinkedHashSet<>();
        for (Matcher matcher = INDEX.matcher(plan); matcher.find(); ) {
            used.add(matcher.group(1) != null ? "`" + matcher.group(1) + "`" : "**" + matcher.group(2) + "**");
        }
        return used.isEmpty() ? "insert" : used.stream().collect(Collectors.joining(", "));
    }

    private static String first(Pattern pattern, String plan) {
        Matcher matcher = pattern.matcher(plan);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String blocks(String plan) {
        Matcher matcher = BUFFERS.matcher(plan);
        return matcher.find() ? String.valueOf(number(matcher.group(1)) + number(matcher.group(2))) : "";
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String shortened(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip();
        line = line.replaceAll("^select .*? from ", "select … from ").replaceAll("\\|", "\\\\|");
        return line.length() > 230 ? line.substring(0, 228) + " …" : line;
    }
}
