package io.bactrian.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database holds. */
final class SqlLog {

    private SqlLog() {}

    static Logged read(DataSource database) {
        JdbcClient sql = JdbcClient.create(database);
        Set<String> incoming =
                new HashSet<>(sql.sql("select message_id from communications where direction = 'inbound'")
                        .query(String.class)
                        .list());
        Map<String, Logged.Outgoing> outgoing = new HashMap<>();
        sql.sql("select message_id, status, provider_id, error_code from communications where direction = 'outbound'")
                .query(row -> {
                    outgoing.put(
                            row.getString("message_id"),
                            new Logged.Outgoing(
                                    row.getString("status"),
                                    row.getString("provider_id"),
                                    row.getString("error_code")));
                });
        return new Logged(incoming, outgoing);
    }
}
