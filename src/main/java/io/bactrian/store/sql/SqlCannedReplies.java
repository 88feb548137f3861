package io.bactrian.store.sql;

import io.bactrian.conversations.CannedReplies;
import io.bactrian.conversations.CannedReply;
import io.bactrian.conversations.NameTakenException;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code canned_replies}. */
class SqlCannedReplies implements CannedReplies {

    private static final String CREATE =
            """
            insert into canned_replies (id, tenant, name, text, changed_at, changed_by)
            values (:id, :tenant, :name, :text, :at, :who)""";
    private static final String UPDATE =
            """
            update canned_replies set name = :name, text = :text, changed_at = :at, changed_by = :who
            where tenant = :tenant and id = :id""";

    private final JdbcClient jdbc;

    SqlCannedReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CannedReply> all(String tenant) {
        return jdbc.sql("select * from canned_replies where tenant = :tenant order by name, id limit :most")
                .param("tenant", tenant)
                .param("most", MOST)
                .query((row, number) -> new CannedReply(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("text"),
                        SqlColumns.instant(row, "changed_at"),
                        row.getString("changed_by")))
                .list();
    }

    @Override
    public void create(String tenant, CannedReply reply) {
        write(CREATE, tenant, reply);
    }

    @Override
    public boolean update(String tenant, CannedReply reply) {
        return write(UPDATE, tenant, reply) > 0;
    }

    private int write(String sql, String tenant, CannedReply reply) {
        try {
            return jdbc.sql(sql)
                    .param("id", reply.id())
                    .param("tenant", tenant)
                    .param("name", reply.name())
                    .param("text", reply.text())
                    .param("at", SqlColumns.time(reply.changedAt()))
                    .param("who", reply.changedBy())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new NameTakenException();
        }
    }

    @Override
    public boolean delete(String tenant, String id) {
        return jdbc.sql("delete from canned_replies where tenant = :tenant and id = :id")
                        .param("tenant", tenant)
                        .param("id", id)
                        .update()
                > 0;
    }
}
