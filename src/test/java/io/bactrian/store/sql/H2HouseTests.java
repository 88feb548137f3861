package io.bactrian.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.bactrian.moving.HouseContents;
import io.bactrian.moving.HouseContract;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2HouseTests extends HouseContract {

    @TempDir
    private Path folder;

    private HikariDataSource database;

    @Override
    protected HouseContents emptyHouse() throws Exception {
        database = SqlStore.open(SqlStore.embeddedUrl(folder), "bactrian", "");
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/h2")
                .load()
                .migrate();
        return new SqlHouse(database);
    }

    @Override
    protected CamelContext gateway() throws Exception {
        return SqlAdapter.start(database);
    }

    @AfterEach
    void close() {
        database.close();
    }
}
