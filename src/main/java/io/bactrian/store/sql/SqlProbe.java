package io.bactrian.store.sql;

import io.bactrian.health.StoreProbe;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Whether the database answers. */
@Component
@ConditionalOnExpression("'${sms.store:embedded}' matches 'embedded|postgres'")
class SqlProbe implements StoreProbe {

    private static final int PATIENCE_MS = 2_000;

    private final DataSource database;

    SqlProbe(DataSource database) {
        this.database = database;
    }

    @Override
    public void ask() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MS);
            statement.execute("select 1");
        }
    }
}
