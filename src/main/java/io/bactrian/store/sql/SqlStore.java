package io.bactrian.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.bactrian.GatewaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The database behind the SQL store: H2 in the data folder, or PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${sms.store:embedded}' matches 'embedded|postgres'")
class SqlStore {

    /** One connection for each SQL file of the message path, and a few for the queries. */
    private static final int CONNECTIONS = 20;

    private static final long GIVE_UP_MS = 1_000;

    @Bean
    DataSource dataSource(GatewaySettings settings, Environment environment) throws IOException {
        if (settings.store().equals("postgres")) {
            return open(
                    environment.getRequiredProperty("DATABASE_URL"),
                    environment.getProperty("DATABASE_USERNAME"),
                    environment.getProperty("DATABASE_PASSWORD"));
        }
        return open(embeddedUrl(settings.dataDir()), "bactrian", "");
    }

    static HikariDataSource open(String url, String username, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        if (url.startsWith("jdbc:postgresql:")) {
            config.setDataSource(new PostgresConnections(url, username, password));
        } else {
            config.setJdbcUrl(url);
            config.setUsername(username);
            config.setPassword(password);
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(GIVE_UP_MS);
        // Without it, a database that has fallen silent holds each group for 5 s before it is found out.
        config.setValidationTimeout(GIVE_UP_MS);
        return new HikariDataSource(config);
    }

    /**
     * TRACE_LEVEL_FILE=0: its trace file quotes the values that it refuses. WRITE_DELAY=0: with H2's default of half a second, a kill loses rows that were already acknowledged. */
    static String embeddedUrl(Path dataDir) throws IOException {
        Files.createDirectories(
                dataDir, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return "jdbc:h2:file:" + dataDir.toAbsolutePath().normalize().resolve("bactrian")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";
    }
}
