package io.bactrian.store.sql.benchmark;

import io.bactrian.store.benchmark.Day;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a database: half of the messages came in, half went out. Of those that went out most are delivered, one in a
 * hundred failed, 50,000 urgent ones are wanted in ten years, 5,000 are due, and 50,000 belong to batches of 1,000. One message in a thousand belongs to
 * the tenant {@code small}, all of it old.
 */
final class SqlFilling {

    private static final List<String> STATEMENTS = List.of(
            """
            insert into users (phone_number, name)
            select '+1500' || lpad(cast(n as varchar), 7, '0'), 'Somebody ' || n from %1$s""",
            """
            insert into communications (message_id, provider_id, member_id, direction, status, channel, from_number,
                   to_number, content, is_registered, response_sent, provider, tenant, created_at)
            select 'SM' || lpad(cast(n as varchar), 32, '0'), 'SM' || lpad(cast(n as varchar), 32, '0'),
                   mod(n, %3$d) + 1, 'inbound', 'received', 'sms', '+1500' || lpad(cast(mod(n, %3$d) as varchar), 7, '0'),
                   '+15005550006', 'Hello from message ' || n || ', which is about as long as texts are.', true, true,
                   'twilio', case when n <= %4$d then 'small' else 'default' end,
                   timestamp with time zone '2026-01-01 00:00:00+00' + n * interval '1' second
              from %2$s""",
            """
            insert into communications (message_id, provider_id, member_id, direction, status, provider_status, channel,
                   from_number, to_number, content, kind, priority, attempts, provider, tenant, created_at, sent_at,
                   segments, error_code)
            select 'ack-SM' || lpad(cast(n as varchar), 32, '0'), 'SMout' || lpad(cast(n as varchar), 29, '0'),
                   mod(n, %3$d) + 1, 'outbound', case when mod(n, 100) = 7 then 'failed' else 'delivered' end,
                   'delivered', 'sms', '+15005550006', '+1500' || lpad(cast(mod(n, %3$d) as varchar), 7, '0'),
                   'Your number is recognized. Thank you for your message.',
                   case when mod(n, 1000) = 7 then 'alert' else 'acknowledgment' end, 1, 1, 'twilio',
                   case when n <= %4$d then 'small' else 'default' end,
                   timestamp with time zone '2026-01-01 00:00:00+00' + n * interval '1' second,
                   timestamp with time zone '2026-01-01 00:00:01+00' + n * interval '1' second, 1,
                   case when mod(n, 100) = 7 then '30003' end
              from %2$s""",
            """
            update communications
               set status = 'queued', lane = '0~' || tenant || '~~' || from_number, priority = 0, provider_id = null, sent_at = null, error_code = null,
                   provider_status = null, attempts = 0,
                   next_attempt_at = timestamp with time zone '2036-01-01 00:00:00+00' + id * interval '1' second
             where direction = 'outbound' and id between %5$d and %5$d + 49999""",
            """
            update communications
               set status = 'queued', lane = mod(id, 4) || '~' || tenant || '~~' || from_number,
                   priority = mod(id, 4), provider_id = null, sent_at = null, error_code = null,
                   provider_status = null, attempts = 0, next_attempt_at = created_at
             where direction = 'outbound' and id between %5$d + 50000 and %5$d + 54999""",
            """
            update communications set batch_id = 'batch-' || cast((id - %5$d - 100000) / 1000 as varchar)
             where direction = 'outbound' and id between %5$d + 100000 and %5$d + 149999""",
            """
            insert into attempts (message_id, number, owner, started_at, ended_at, result, provider, provider_message_id)
            select message_id, 1, 'one', created_at, sent_at, 'accepted', 'twilio', provider_id
              from communications where direction = 'outbound' and attempts = 1""",
            """
            insert into delivery_reports (message_id, provider, provider_message_id, provider_status, received_at)
            select message_id, 'twilio', provider_id, 'delivered', sent_at
              from communications where direction = 'outbound' and attempts = 1""",
            """
            insert into opt_outs (phone_number, opted_out, changed_at)
            select phone_number, true, created_at from users where mod(id, 50) = 0""",
            "analyze");

    private SqlFilling() {}

    /** @param series the database's words for the numbers from 1 to N in a column n */
    static void fill(DataSource database, int messages, String series) {
        String users = series.formatted(Day.USERS);
        String half = series.formatted(messages / 2);
        for (String statement : STATEMENTS) {
            String sql = statement.formatted(users, half, Day.USERS, messages / 1_000, messages / 2 + messages / 4);
            JdbcClient.create(database).sql(sql).update();
        }
    }
}
