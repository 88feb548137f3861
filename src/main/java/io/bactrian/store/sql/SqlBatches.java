package io.bactrian.store.sql;

import io.bactrian.batches.Batch;
import io.bactrian.batches.BatchState;
import io.bactrian.batches.BatchStatus;
import io.bactrian.batches.Batches;
import io.bactrian.domain.MessageStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code batches}, and what its statuses mean for {@code communications}. */
class SqlBatches implements Batches {

    private static final String BEGIN =
            """
            insert into batches (id, tenant, operator_id, status, accepted, rejected, created_at)
            values (:id, :tenant, :operatorId, :status, :accepted, :rejected, :createdAt)
            on conflict do nothing""";
    private static final String COUNT =
            "select status, count(*) as messages from communications where batch_id = :id group by status";
    private static final String CHANGE =
            """
            update batches set status = :status, watched = true
            where id = :id and tenant = :tenant and (status <> 'canceled' or :status = 'canceled')""";

    /** Each does nothing where the batch has another status by now: whoever gave it that one sees to its messages. */
    private static final Map<BatchStatus, String> APPLY = Map.of(
            BatchStatus.PAUSED,
            """
            update communications set held_due_at = next_attempt_at, next_attempt_at = null
            where batch_id = :id and status = 'queued' and next_attempt_at is not null
            and exists (select 1 from batches where id = :id and status = 'paused')""",
            BatchStatus.RUNNING,
            """
            update communications set next_attempt_at = held_due_at, held_due_at = null
            where batch_id = :id and status = 'queued' and held_due_at is not null
            and exists (select 1 from batches where id = :id and status = 'running')""",
            BatchStatus.CANCELED,
            """
            update communications set status = 'canceled', next_attempt_at = null, held_due_at = null
            where batch_id = :id and status = 'queued'
            and exists (select 1 from batches where id = :id and status = 'canceled')""");

    /** A running batch has nothing held; a canceled one has nothing that could come back. */
    private static final String UNWATCH =
            """
            update batches set watched = false
            where id = :id and status = :status and status <> 'paused' and not exists (
                select 1 from communications where batch_id = :id
                and (batches.status = 'running' and status = 'queued' and held_due_at is not null
                     or batches.status = 'canceled' and status in ('queued', 'sending')))""";

    private final JdbcClient jdbc;

    SqlBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(Batch batch) {
        jdbc.sql(BEGIN)
                .param("id", batch.id())
                .param("tenant", batch.tenant())
                .param("operatorId", batch.operatorId())
                .param("status", batch.status().toString())
                .param("accepted", batch.accepted())
                .param("rejected", batch.rejected())
                .param("createdAt", SqlColumns.time(batch.createdAt()))
                .update();
    }

    @Override
    public Optional<BatchState> find(String tenant, String id) {
        return jdbc.sql("select * from batches where id = :id and tenant = :tenant")
                .param("id", id)
                .param("tenant", tenant)
                .query(SqlBatches::batch)
                .optional()
                .map(batch -> BatchState.of(batch, counts(id)));
    }

    @Override
    public Optional<BatchState> change(String tenant, String id, BatchStatus status) {
        int changed = jdbc.sql(CHANGE)
                .param("status", status.toString())
                .param("id", id)
                .param("tenant", tenant)
                .update();
        if (changed > 0) {
            apply(id, status);
        }
        return find(tenant, id);
    }

    @Override
    public void keep() {
        jdbc.sql("select id, status from batches where watched")
                .query((row, number) -> Map.entry(row.getString("id"), BatchStatus.of(row.getString("status"))))
                .list()
                .forEach(batch -> apply(batch.getKey(), batch.getValue()));
    }

    private void apply(String id, BatchStatus status) {
        jdbc.sql(APPLY.get(status)).param("id", id).update();
        jdbc.sql(UNWATCH).param("id", id).param("status", status.toString()).update();
    }

    private Map<MessageStatus, Long> counts(String id) {
        Map<MessageStatus, Long> counts = new EnumMap<>(MessageStatus.class);
        jdbc.sql(COUNT).param("id", id).query(row -> {
            counts.put(SqlColumns.word(row, "status", MessageStatus.class), row.getLong("messages"));
        });
        return counts;
    }

    static Batch batch(ResultSet row, int index) throws SQLException {
        return new Batch(
                row.getString("id"),
                row.getString("tenant"),
                row.getString("operator_id"),
                BatchStatus.of(row.getString("status")),
                row.getInt("accepted"),
                row.getInt("rejected"),
                SqlColumns.instant(row, "created_at"));
    }
}
