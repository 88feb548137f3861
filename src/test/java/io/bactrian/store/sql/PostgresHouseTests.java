package io.bactrian.store.sql;

import io.bactrian.moving.HouseContents;
import io.bactrian.moving.HouseContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresHouseTests extends HouseContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/migration/postgresql")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Override
    protected HouseContents emptyHouse() {
        DataSource database = postgres.getPostgresDatabase();
        for (String table :
                List.of("users", "communications", "attempts", "delivery_reports", "opt_outs", "opt_out_changes")) {
            JdbcClient.create(database).sql("delete from " + table).update();
        }
        return new SqlHouse(database);
    }

    @Override
    protected CamelContext gateway() throws Exception {
        return SqlAdapter.start(postgres.getPostgresDatabase());
    }
}
