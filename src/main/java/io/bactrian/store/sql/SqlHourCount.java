package io.bactrian.store.sql;

import io.bactrian.cost.Cost;
import io.bactrian.cost.Costs;
import io.bactrian.domain.Channel;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.statistics.Latency;
import io.bactrian.statistics.Slot;
import io.bactrian.statistics.Wait;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the messages of an hour, each by one range of an index. */
final class SqlHourCount {

    static final String INCOMING = "incoming";
    static final String OUTGOING = "outgoing";
    static final String OPTED_OUT = "opted-out";
    static final String SEGMENTS = "segments";
    static final String COST = "cost";

    private static final String IN_THE_HOUR =
            " where c.tenant = :tenant and c.direction = 'outbound' and c.created_at >= :from and c.created_at < :to";

    private static final String COUNT_INCOMING =
            """
            select '' as item, count(*) as amount from communications
            where tenant = :tenant and direction = 'inbound' and created_at >= :from and created_at < :to""";
    private static final String COUNT_OUTGOING =
            "select c.status as item, count(*) as amount from communications c" + IN_THE_HOUR + " group by c.status";
    private static final String COUNT_OPTED_OUT =
            """
            select '' as item, count(*) as amount from opt_outs
            where tenant = :tenant and opted_out and changed_at >= :from and changed_at < :to""";
    /** By the beginnings of numbers, which tell the country, so that a price need not be looked up for each message. */
    private static final String BILLED =
            "select c.channel, min(c.to_number) as someone, sum(c.segments) as segments, count(*) as messages"
                    + " from communications c" + IN_THE_HOUR
                    + " and c.sent_at is not null group by c.channel, substring(c.to_number from 1 for 6)";

    private static final String BUCKET = "floor(ln(greatest(cast(extract(epoch from (c.sent_at - %s)) as"
            + " double precision) * 1000, 1)) / ln(cast(" + Latency.STEP + " as double precision)))";
    private static final String SENT =
            "select b.bucket as item, count(*) as amount from (select " + BUCKET + " as bucket from communications c";
    private static final String BY_BUCKET = " and c.sent_at is not null) b group by b.bucket";
    private static final Map<Wait, String> WAITS = Map.of(
            Wait.QUEUE_TO_PROVIDER,
            SENT.formatted("greatest(c.created_at, coalesce(c.send_at, c.created_at))") + IN_THE_HOUR + BY_BUCKET,
            Wait.WEBHOOK_TO_ACKNOWLEDGMENT,
            SENT.formatted("i.created_at") + " join communications i on i.message_id = c.answers" + IN_THE_HOUR
                    + " and c.kind = 'acknowledgment'" + BY_BUCKET);

    private final JdbcClient jdbc;
    private final Costs costs;

    SqlHourCount(JdbcClient jdbc, Costs costs) {
        this.jdbc = jdbc;
        this.costs = costs;
    }

    /** By measure and item. */
    Map<String, Map<String, BigDecimal>> of(String tenant, Slot hour) {
        Map<String, Map<String, BigDecimal>> counts = new HashMap<>();
        counts.put(INCOMING, items(COUNT_INCOMING, tenant, hour));
        counts.put(OUTGOING, items(COUNT_OUTGOING, tenant, hour));
        counts.put(OPTED_OUT, items(COUNT_OPTED_OUT, tenant, hour));
        WAITS.forEach((wait, sql) -> counts.put(wait.toString(), items(sql, tenant, hour)));
        counts.put(SEGMENTS, new HashMap<>());
        counts.put(COST, new HashMap<>());
        statement(BILLED, tenant, hour).query((RowCallbackHandler) row -> bill(row, counts));
        return counts;
    }

    private Map<String, BigDecimal> items(String sql, String tenant, Slot hour) {
        Map<String, BigDecimal> items = new HashMap<>();
        statement(sql, tenant, hour).query(row -> {
            BigDecimal amount = row.getBigDecimal("amount");
            String item = row.getString("item");
            if (item != null && amount.signum() > 0) {
                items.put(plain(item), amount);
            }
        });
        return items;
    }

    /** A bucket comes as a floating-point number. */
    private static String plain(String item) {
        return item.matches("-?[0-9.]+(E[0-9]+)?") ? String.valueOf(new BigDecimal(item).intValue()) : item;
    }

    private JdbcClient.StatementSpec statement(String sql, String tenant, Slot hour) {
        return jdbc.sql(sql)
                .param("tenant", tenant)
                .param("from", SqlColumns.time(hour.from()))
                .param("to", SqlColumns.time(hour.to()));
    }

    private void bill(ResultSet row, Map<String, Map<String, BigDecimal>> counts) throws SQLException {
        Channel channel = SqlColumns.word(row, "channel", Channel.class);
        PhoneNumber someone = PhoneNumber.of(row.getString("someone"));
        long segments = row.getLong("segments");
        counts.get(SEGMENTS).merge("", BigDecimal.valueOf(segments), BigDecimal::add);
        if (channel != null && someone != null) {
            int units = (int) (channel == Channel.MMS ? row.getLong("messages") : segments);
            costs.of(channel, someone, units).ifPresent(cost -> counts.get(COST)
                    .merge(cost.currency(), amount(channel, cost, units), BigDecimal::add));
        }
    }

    /** The price of an MMS is for one. */
    private static BigDecimal amount(Channel channel, Cost cost, int units) {
        BigDecimal amount = new BigDecimal(cost.amount());
        return channel == Channel.MMS ? amount.multiply(BigDecimal.valueOf(units)) : amount;
    }
}
