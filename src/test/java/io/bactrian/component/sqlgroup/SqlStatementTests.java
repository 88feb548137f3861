package io.bactrian.component.sqlgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlStatementTests {

    @Test
    void namesBecomeQuestionMarksInOrder() {
        List<SqlStatement> statements = SqlStatement.of(
                """
                -- a comment; with a semicolon and a :name
                insert into t (a, b, c) values (:b, cast(:a as varchar), :b);

                update t set a = ':not a name' where c = any(:list);
                """);
        assertThat(statements)
                .extracting(SqlStatement::sql)
                .containsExactly(
                        "insert into t (a, b, c) values (?, cast(? as varchar), ?)",
                        "update t set a = ':not a name' where c = any(?)");
        assertThat(statements)
                .extracting(SqlStatement::parameters)
                .containsExactly(List.of("b", "a", "b"), List.of("list"));
    }
}
