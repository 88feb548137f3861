package io.bactrian.component.sqlgroup;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.namedparam.AbstractSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/**
 * One statement of a file.
 *
 * @param sql with question marks
 * @param parameters the names that stood in their place, in order
 */
record SqlStatement(String sql, List<String> parameters) {

    private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*--.*$");

    /** The statements of a file, which end with a semicolon; comments stand on lines of their own. */
    static List<SqlStatement> of(String file) {
        return Arrays.stream(LINE_COMMENT.matcher(file).replaceAll("").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(SqlStatement::parse)
                .toList();
    }

    private static SqlStatement parse(String text) {
        ParsedSql parsed = NamedParameterUtils.parseSqlStatement(text);
        Object[] names = NamedParameterUtils.buildValueArray(parsed, new Names(), null);
        return new SqlStatement(
                NamedParameterUtils.substituteNamedParameters(parsed, null),
                Arrays.stream(names).map(String.class::cast).toList());
    }

    /** Answers each name with itself, which tells their order. */
    private static final class Names extends AbstractSqlParameterSource {
        @Override
        public boolean hasValue(String name) {
            return true;
        }

        @Override
        public Object getValue(String name) {
            return name;
        }
    }
}
