package io.bactrian.peers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a store holds of the messages, by two queries: the ids of what came in, and how many went out.
 *
 * @param incoming SQL for ids, one row a stored message
 * @param sent SQL for a count of the messages that are on record as sent
 */
record Held(DataSource database, String incoming, String sent) {

    private static final String OURS_IN = "select message_id from communications where direction = 'inbound'";
    private static final String OURS_OUT =
            "select count(*) from communications where direction = 'outbound' and status in ('sent', 'delivered')";

    static Held byGateway(DataSource database) {
        return new Held(database, OURS_IN, OURS_OUT);
    }

    static Held byPeer(DataSource database) {
        return new Held(
                database,
                "select id from messages where direction = 'in'",
                "select count(*) from messages where direction = 'out' and status = 'sent'");
    }

    List<String> ids() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(incoming)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    int sentCount() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sent)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
