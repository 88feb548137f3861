package io.bactrian.store.sql;

import io.bactrian.cost.Prices;
import io.bactrian.directory.UserDirectory;
import io.bactrian.store.Desk;
import io.bactrian.store.DeskContract;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every SQL database has to answer to those at the desk. */
abstract class SqlDeskContract extends DeskContract {

    private static final List<String> TABLES = List.of(
            "users",
            "opt_outs",
            "opt_out_changes",
            "communications",
            "attempts",
            "delivery_reports",
            "traffic_hours",
            "traffic_counts",
            "conversations",
            "conversation_events",
            "canned_replies",
            "user_groups",
            "batches");

    abstract DataSource database();

    @Override
    protected CamelContext instance() throws Exception {
        return SqlAdapter.start(database());
    }

    @Override
    protected void empty() {
        JdbcClient jdbc = JdbcClient.create(database());
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
    }

    @Override
    protected Desk desk(Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database());
        SqlTraffic traffic = new SqlTraffic(jdbc);
        SqlHourCount hours = new SqlHourCount(jdbc, Prices.toTheStates("0.01"));
        UserDirectory users = new SqlUserDirectory(jdbc, clock);
        return new Desk(
                traffic,
                traffic,
                new SqlBacklogs(jdbc),
                new SqlTrafficCounter(database(), hours, clock),
                new SqlConversations(database()),
                new SqlCannedReplies(jdbc),
                users,
                new SqlUserLists(database(), users, clock),
                SqlAdapter.log(jdbc),
                new SqlGroups(jdbc),
                new SqlBatches(jdbc),
                new SqlBatchList(jdbc));
    }
}
