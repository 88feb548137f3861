package io.bactrian.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections to PostgreSQL. Each is made within seconds or not at all: a server that takes the call and then is silent
 * would hold the pool's only maker of connections, and the start of the gateway, for good. What is asked of it later may
 * take its time, unless whoever asks says otherwise.
 */
final class PostgresConnections extends DriverManagerDataSource {

    private static final String LOGIN_SECONDS = "5";
    private static final int NO_LIMIT = 0;

    PostgresConnections(String url, String username, String password) {
        super(url, username, password);
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", LOGIN_SECONDS);
        properties.setProperty("socketTimeout", LOGIN_SECONDS);
        // The driver quotes the values of a statement that failed, and the pool logs its words.
        properties.setProperty("logServerErrorDetail", "false");
        setConnectionProperties(properties);
    }

    @Override
    protected Connection getConnectionFromDriverManager(String url, Properties properties) throws SQLException {
        Connection connection = super.getConnectionFromDriverManager(url, properties);
        connection.setNetworkTimeout(Runnable::run, NO_LIMIT);
        return connection;
    }
}
