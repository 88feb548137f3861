package io.bactrian.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded database as it ships. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2DeskTests extends SqlDeskContract {

    private HikariDataSource database;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        database = SqlStore.open(SqlStore.embeddedUrl(folder), "bactrian", "");
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/h2")
                .load()
                .migrate();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    DataSource database() {
        return database;
    }
}
