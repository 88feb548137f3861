package io.bactrian.faults;

import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a mailing, from the store, in figures. */
final class OutboundReport {

    private static final String MESSAGES = "from communications where direction = 'outbound'";
    private static final String LATENCIES =
            """
            select tenant || ' ' || priority as who, count(*) as messages,
                   percentile_cont(0.5) within group (order by extract(epoch from sent_at - created_at)) as middle,
                   percentile_cont(0.95) within group (order by extract(epoch from sent_at - created_at)) as late
            from (select case when :by = 'tenant' then tenant else '' end as tenant,
                         case when :by = 'tenant' then '' else
                              case priority when 0 then 'urgent' when 1 then 'high' when 2 then 'normal' else 'low' end
                         end as priority, sent_at, created_at
                    from communications where direction = 'outbound' and sent_at is not null and send_at is null) sent
            group by tenant, priority order by middle""";

    private final JdbcClient sql;

    OutboundReport(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** How many messages are on their way, or have been sent and nobody knows what became of them. */
    long moving() {
        return sql.sql("select count(*) " + MESSAGES + " and status in ('queued', 'sending', 'sent')")
                .query(Long.class)
                .single();
    }

    void print() {
        print("messages of each status", counts("status"));
        print("failed or undelivered, by code", counts("status || ' ' || error_code"));
        print("attempts", counts("case when attempts > 4 then '5 or more' else cast(attempts as varchar) end"));
        for (String by : new String[] {"priority", "tenant"}) {
            System.out.println("seconds from queued to sent, by " + by + " (messages, median, 95 of 100):");
            sql.sql(LATENCIES).param("by", by).query(row -> {
                System.out.printf(
                        "    %-8s %6d %8.1f %8.1f%n",
                        row.getString("who").strip(),
                        row.getLong("messages"),
                        row.getDouble("middle"),
                        row.getDouble("late"));
            });
        }
    }

    private Map<String, Long> counts(String what) {
        Map<String, Long> counts = new TreeMap<>();
        sql.sql("select " + what + " as word, count(*) as messages " + MESSAGES + " group by 1")
                .query(row -> {
                    if (row.getString("word") != null) {
                        counts.put(row.getString("word"), row.getLong("messages"));
                    }
                });
        return counts;
    }

    private static void print(String name, Object value) {
        System.out.println(name + ": " + value);
    }
}
