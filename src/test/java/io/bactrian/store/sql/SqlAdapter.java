package io.bactrian.store.sql;

import io.bactrian.batches.Batches;
import io.bactrian.component.sqlgroup.SqlGroupComponent;
import io.bactrian.directory.UserDirectory;
import io.bactrian.keys.ApiKeys;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.trace.Traces;
import io.bactrian.turns.Rates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL adapter's own route files and statements, and its queries, on any database. */
public final class SqlAdapter {

    private SqlAdapter() {}

    public static CamelContext start(DataSource database) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        SqlGroupComponent component = new SqlGroupComponent();
        component.setDataSource(database);
        component.setDirectory("file:routes/store/sql");
        camel.addComponent("sql-group", component);
        camel.getRegistry().bind("turns", Rates.turns());
        camel.addRoutesConfigurations(new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration().errorHandler(noErrorHandler());
            }
        });
        File[] files = new File("routes/store/sql").listFiles((dir, name) -> name.endsWith(".camel.yaml"));
        for (File file : files) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            PluginHelper.getResourceLoader(camel).resolveResource("file:" + file.getAbsolutePath()));
        }
        camel.start();
        return camel;
    }

    public static MessageLog log(DataSource database) {
        return log(JdbcClient.create(database));
    }

    static MessageLog log(JdbcClient jdbc) {
        return new SqlMessageQueries(jdbc, new SqlMessageRows(), new UnreadableMessages(new SimpleMeterRegistry()));
    }

    public static ApiKeys keys(DataSource database) {
        return new SqlApiKeys(JdbcClient.create(database));
    }

    public static UserDirectory users(DataSource database) {
        return new SqlUserDirectory(JdbcClient.create(database), Clock.systemUTC());
    }

    public static Batches batches(DataSource database) {
        return new SqlBatches(JdbcClient.create(database));
    }

    public static Traces traces(DataSource database) {
        return new SqlTraces(database);
    }

    /** As the gateway opens it. */
    public static DataSource open(String url, String username, String password) {
        return SqlStore.open(url, username, password);
    }

    public static String embeddedUrl(Path folder) throws IOException {
        return SqlStore.embeddedUrl(folder);
    }
}
