package io.bactrian.store.sql;

import io.bactrian.directory.Group;
import io.bactrian.directory.GroupNameTakenException;
import io.bactrian.directory.Groups;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The tables {@code user_groups} and {@code user_group_members}. */
class SqlGroups implements Groups {

    private static final String GROUPS =
            """
            select g.*, (select count(*) from user_group_members m where m.group_id = g.id) as members
            from user_groups g where g.tenant = :tenant""";
    private static final String BY_NAME = " order by g.name, g.id limit " + MOST;
    private static final String WITH =
            " and exists (select 1 from user_group_members m where m.group_id = g.id and m.user_id = :userId)";
    private static final String CREATE =
            """
            insert into user_groups (id, tenant, name, changed_at, changed_by)
            values (:id, :tenant, :name, :at, :who)""";
    private static final String RENAME =
            """
            update user_groups set name = :name, changed_at = :at, changed_by = :who
            where tenant = :tenant and id = :id""";
    private static final String MEMBERS =
            """
            select cast(m.user_id as varchar(32)) from user_group_members m join user_groups g on g.id = m.group_id
            where g.tenant = :tenant and g.id = :id""";
    /** Of their tenant alone, whoever asks. */
    private static final String ADD =
            """
            insert into user_group_members (group_id, user_id)
            select g.id, u.id from user_groups g join users u on u.tenant = g.tenant
            where g.tenant = :tenant and g.id = :id and u.id = :userId
            on conflict do nothing""";

    private static final String REMOVE =
            """
            delete from user_group_members where user_id = :userId
            and group_id in (select id from user_groups where tenant = :tenant and id = :id)""";

    private final JdbcClient jdbc;

    SqlGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Group> all(String tenant) {
        return groups(jdbc.sql(GROUPS + BY_NAME).param("tenant", tenant));
    }

    @Override
    public List<Group> of(String tenant, String userId) {
        return SqlUserDirectory.number(userId)
                .map(number -> groups(jdbc.sql(GROUPS + WITH + BY_NAME)
                        .param("tenant", tenant)
                        .param("userId", number)))
                .orElse(List.of());
    }

    @Override
    public Optional<Group> find(String tenant, String id) {
        return groups(jdbc.sql(GROUPS + " and g.id = :id")
                        .param("tenant", tenant)
                        .param("id", id))
                .stream()
                .findFirst();
    }

    @Override
    public void create(String tenant, Group group) {
        write(CREATE, tenant, group);
    }

    @Override
    public boolean rename(String tenant, Group group) {
        return write(RENAME, tenant, group) > 0;
    }

    private int write(String sql, String tenant, Group group) {
        try {
            return of(sql, tenant, group.id())
                    .param("name", group.name())
                    .param("at", SqlColumns.time(group.changedAt()))
                    .param("who", group.changedBy())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new GroupNameTakenException();
        }
    }

    @Override
    public boolean delete(String tenant, String id) {
        return of("delete from user_groups where tenant = :tenant and id = :id", tenant, id)
                        .update()
                > 0;
    }

    @Override
    public List<String> members(String tenant, String id) {
        return of(MEMBERS, tenant, id).query(String.class).list().stream()
                .sorted()
                .toList();
    }

    @Override
    public void add(String tenant, String id, String userId) {
        SqlUserDirectory.number(userId)
                .ifPresent(number -> of(ADD, tenant, id).param("userId", number).update());
    }

    @Override
    public void remove(String tenant, String id, String userId) {
        SqlUserDirectory.number(userId)
                .ifPresent(
                        number -> of(REMOVE, tenant, id).param("userId", number).update());
    }

    private StatementSpec of(String sql, String tenant, String id) {
        return jdbc.sql(sql).param("tenant", tenant).param("id", id);
    }

    private static List<Group> groups(StatementSpec question) {
        return question.query((row, number) -> new Group(
                        row.getString("id"),
                        row.getString("name"),
                        row.getInt("members"),
                        SqlColumns.instant(row, "changed_at"),
                        row.getString("changed_by")))
                .list();
    }
}
