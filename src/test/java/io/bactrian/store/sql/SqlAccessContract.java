package io.bactrian.store.sql;

import io.bactrian.audit.AuditLog;
import io.bactrian.keys.ApiKeys;
import io.bactrian.store.AccessContract;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every SQL database has to keep. */
abstract class SqlAccessContract extends AccessContract {

    private DataSource database;

    /** @return an empty one, or one that a test of this class has used */
    abstract DataSource database() throws Exception;

    abstract String migrations();

    @Override
    protected void empty() throws Exception {
        database = database();
        Flyway.configure().dataSource(database).locations(migrations()).load().migrate();
        for (String table : List.of("api_keys", "audit_entries")) {
            JdbcClient.create(database).sql("delete from " + table).update();
        }
    }

    @Override
    protected CamelContext instance() throws Exception {
        return SqlAdapter.start(database);
    }

    @Override
    protected ApiKeys keys() {
        return new SqlApiKeys(JdbcClient.create(database));
    }

    @Override
    protected AuditLog audit() {
        return new SqlAuditLog(JdbcClient.create(database));
    }
}
