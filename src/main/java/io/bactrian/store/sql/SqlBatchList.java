package io.bactrian.store.sql;

import io.bactrian.batches.Batch;
import io.bactrian.batches.BatchList;
import io.bactrian.batches.BatchState;
import io.bactrian.domain.MessageStatus;
import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code batches}, newest first. A cursor is the id of the last batch of the page before. */
class SqlBatchList implements BatchList {

    private static final String PAGE =
            """
            select * from batches where tenant = :tenant and (created_at < :at or created_at = :at and id < :id)
            order by created_at desc, id desc limit :most""";
    private static final String COUNTS =
            """
            select batch_id, status, count(*) as messages from communications
            where batch_id in (:ids) group by batch_id, status""";
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private final JdbcClient jdbc;

    SqlBatchList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<BatchState> page(PageRequest wanted) {
        String cursor = wanted.cursor();
        List<Batch> found = jdbc.sql(PAGE)
                .param("tenant", wanted.tenant())
                .param("at", SqlColumns.time(cursor == null ? END : begun(wanted.tenant(), cursor)))
                .param("id", cursor == null ? "" : cursor)
                .param("most", wanted.limit() + 1)
                .query(SqlBatches::batch)
                .list();
        List<Batch> page = found.subList(0, Math.min(found.size(), wanted.limit()));
        Map<String, Map<MessageStatus, Long>> counts = counts(page);
        return new Page<>(
                page.stream()
                        .map(batch -> BatchState.of(batch, counts.getOrDefault(batch.id(), Map.of())))
                        .toList(),
                found.size() > page.size() ? page.get(page.size() - 1).id() : null);
    }

    private Instant begun(String tenant, String cursor) {
        return jdbc.sql("select created_at from batches where tenant = :tenant and id = :id")
                .param("tenant", tenant)
                .param("id", cursor)
                .query((row, number) -> SqlColumns.instant(row, "created_at"))
                .optional()
                .orElseThrow(InvalidCursorException::new);
    }

    private Map<String, Map<MessageStatus, Long>> counts(List<Batch> batches) {
        Map<String, Map<MessageStatus, Long>> counts = new HashMap<>();
        if (!batches.isEmpty()) {
            jdbc.sql(COUNTS)
                    .param("ids", batches.stream().map(Batch::id).toList())
                    .query(row -> {
                        counts.computeIfAbsent(row.getString("batch_id"), id -> new EnumMap<>(MessageStatus.class))
                                .put(SqlColumns.word(row, "status", MessageStatus.class), row.getLong("messages"));
                    });
        }
        return counts;
    }
}
