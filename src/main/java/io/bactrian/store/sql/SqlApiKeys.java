package io.bactrian.store.sql;

import static io.bactrian.store.sql.SqlColumns.instant;

import io.bactrian.keys.ApiKey;
import io.bactrian.keys.ApiKeys;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys, in the table {@code api_keys}. */
class SqlApiKeys implements ApiKeys {

    private static final String CREATE =
            """
            insert into api_keys (id, hash, name, scopes, tenant, created_at, created_by, expires_at)
            values (:id, :hash, :name, :scopes, :tenant, :createdAt, :createdBy, :expiresAt)
            """;
    private static final String PAGE =
            """
            select * from api_keys
            where created_at <= :before and (created_at, number) < (:before, :beforeNumber)""";
    private static final String NEWEST_FIRST = " order by created_at desc, number desc limit :rows";
    private static final String REVOKE = "update api_keys set revoked_at = coalesce(revoked_at, :at) where id = :id";
    private static final String USED =
            "update api_keys set last_used_at = :at where id = :id and (last_used_at is null or last_used_at < :at)";

    private final JdbcClient jdbc;

    SqlApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void create(ApiKey key, String hash) {
        jdbc.sql(CREATE)
                .param("id", key.id())
                .param("hash", hash)
                .param("name", key.name())
                .param("scopes", String.join(" ", key.scopes()))
                .param("tenant", key.tenant())
                .param("createdAt", SqlColumns.time(key.createdAt()))
                .param("createdBy", key.createdBy())
                .param("expiresAt", key.expiresAt() == null ? null : SqlColumns.time(key.expiresAt()))
                .update();
    }

    @Override
    public Optional<ApiKey> findByHash(String hash) {
        return jdbc.sql("select * from api_keys where hash = :hash")
                .param("hash", hash)
                .query(SqlApiKeys::key)
                .optional();
    }

    @Override
    public Page<ApiKey> page(PageRequest wanted) {
        SqlConditions conditions = new SqlConditions().and("tenant = :tenant", "tenant", wanted.tenant());
        SqlCursor.Place before = SqlCursor.before(wanted.cursor());
        var found = jdbc.sql(PAGE + conditions.sql() + NEWEST_FIRST)
                .params(conditions.params())
                .param("before", SqlColumns.time(before.at()))
                .param("beforeNumber", before.number())
                .param("rows", wanted.limit() + 1)
                .query((row, index) -> new SqlCursor.Row<>(
                        new SqlCursor.Place(instant(row, "created_at"), row.getLong("number")), key(row, index)))
                .list();
        return SqlCursor.page(found, wanted.limit());
    }

    @Override
    public Optional<ApiKey> revoke(String tenant, String id, Instant at) {
        SqlConditions theirs = new SqlConditions().and("tenant = :tenant", "tenant", tenant);
        jdbc.sql(REVOKE + theirs.sql())
                .params(theirs.params())
                .param("id", id)
                .param("at", SqlColumns.time(at))
                .update();
        return jdbc.sql("select * from api_keys where id = :id" + theirs.sql())
                .params(theirs.params())
                .param("id", id)
                .query(SqlApiKeys::key)
                .optional();
    }

    @Override
    public void used(String id, Instant at) {
        jdbc.sql(USED).param("id", id).param("at", SqlColumns.time(at)).update();
    }

    private static ApiKey key(ResultSet row, int index) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                List.of(row.getString("scopes").split(" ")),
                row.getString("tenant"),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }
}
