package io.bactrian.store.sql;

import io.bactrian.idempotency.IdempotencyKeys;
import io.bactrian.idempotency.IdempotentCall;
import io.bactrian.idempotency.KeptAnswer;
import io.bactrian.idempotency.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The table {@code idempotency_keys}. Each statement is a commit of its own and decides alone who is first. */
class SqlIdempotencyKeys implements IdempotencyKeys {

    private static final String EXPIRE = "delete from idempotency_keys where id = :id and expires_at <= :now";
    private static final String CLAIM =
            """
            insert into idempotency_keys (id, request, new_id, lease_until, expires_at)
            values (:id, :request, :newId, :leaseUntil, :expiresAt)
            on conflict do nothing""";
    private static final String TAKE_OVER =
            """
            update idempotency_keys set lease_until = :leaseUntil
            where id = :id and request = :request and status is null and lease_until <= :now""";
    private static final String FIND = "select * from idempotency_keys where id = :id";
    private static final String KEEP =
            """
            update idempotency_keys set status = :status, content_type = :contentType, location = :location,
                   answer = :answer
            where id = :id and status is null""";
    private static final String RELEASE =
            "update idempotency_keys set lease_until = :now where id = :id and status is null";
    private static final String FORGET = "delete from idempotency_keys where expires_at <= :now";

    private final JdbcClient jdbc;

    SqlIdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Standing begin(IdempotentCall call) {
        if (of(CLAIM, call).update() > 0) {
            return Standing.toDo(call.newId());
        }
        of(EXPIRE, call).update();
        boolean mine = of(CLAIM, call).update() > 0;
        if (mine) {
            return Standing.toDo(call.newId());
        }
        boolean tookOver = of(TAKE_OVER, call).update() > 0;
        return find(call)
                .map(found -> tookOver ? Standing.toDo(found.newId()) : found.standing(call))
                // Forgotten this very moment: whoever comes next is the first one.
                .orElseGet(() -> new Standing(Standing.Kind.UNDER_WAY, null, null));
    }

    private StatementSpec of(String sql, IdempotentCall call) {
        return jdbc.sql(sql)
                .param("id", call.id())
                .param("request", call.request())
                .param("newId", call.newId())
                .param("now", SqlColumns.time(call.now()))
                .param("leaseUntil", SqlColumns.time(call.leaseUntil()))
                .param("expiresAt", SqlColumns.time(call.expiresAt()));
    }

    private Optional<Found> find(IdempotentCall call) {
        return jdbc.sql(FIND)
                .param("id", call.id())
                .query((row, number) -> new Found(row.getString("new_id"), row.getString("request"), answer(row)))
                .optional();
    }

    private static KeptAnswer answer(ResultSet row) throws SQLException {
        Integer status = SqlColumns.integer(row, "status");
        return status == null
                ? null
                : new KeptAnswer(
                        status, row.getString("content_type"), row.getString("location"), row.getString("answer"));
    }

    @Override
    public void keep(String id, KeptAnswer answer) {
        jdbc.sql(KEEP)
                .param("id", id)
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("answer", answer.body())
                .update();
    }

    @Override
    public void release(String id, Instant now) {
        jdbc.sql(RELEASE).param("id", id).param("now", SqlColumns.time(now)).update();
    }

    @Override
    public int forget(Instant now) {
        return jdbc.sql(FORGET).param("now", SqlColumns.time(now)).update();
    }

    private record Found(String newId, String request, KeptAnswer answer) {
        Standing standing(IdempotentCall call) {
            return Standing.of(call, request, answer);
        }
    }
}
