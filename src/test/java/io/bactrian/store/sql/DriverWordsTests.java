package io.bactrian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pool logs a failure in the driver's own words, so these must not hold what a statement was to store. */
class DriverWordsTests {

    private static final String TEXT = "a text of somebody";

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aGroupThatFailsDoesNotQuoteItsValues() {
        DataSource database = SqlAdapter.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "");

        BatchUpdateException failure = catchThrowableOfType(BatchUpdateException.class, () -> storeTwice(database));

        assertThat(failure.getSQLState()).isEqualTo("23505");
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            assertThat(each.getMessage()).doesNotContain(TEXT);
        }
    }

    private static void storeTwice(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table texts (text varchar primary key)");
            PreparedStatement insert = connection.prepareStatement("insert into texts values (?)");
            for (int i = 0; i < 2; i++) {
                insert.setString(1, TEXT);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
