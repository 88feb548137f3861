package io.bactrian.store.sql;

import static io.bactrian.store.sql.SqlColumns.instant;
import static io.bactrian.store.sql.SqlColumns.word;

import io.bactrian.directory.NumberTakenException;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The directory in the table {@code users}; a user's id is the row's number. */
class SqlUserDirectory implements UserDirectory {

    static final String USERS =
            """
            select u.id, u.phone_number, u.name, u.status, u.tenant, u.created_at,
                   (select max(no.changed_at) from opt_outs no
                     where no.phone_number = u.phone_number and no.opted_out and no.tenant in (u.tenant, 'default')
                       and not exists (
                           select 1 from opt_outs yes
                            where yes.phone_number = no.phone_number and not yes.opted_out
                              and yes.changed_at > no.changed_at and yes.tenant in (u.tenant, 'default')
                              and (no.sender is null and no.service is null
                                   or yes.sender is null and yes.service = no.service))) as opted_out_at
            from users u
            where u.tenant = :tenant
            """;
    private static final String PAGE = USERS + " and u.id < :before order by u.id desc limit :rows";
    private static final String ONE = USERS + " and u.id = :id";
    private static final String SOME = USERS + " and u.id in (:ids)";
    private static final String CREATE =
            """
            insert into users (phone_number, name, status, tenant, created_at)
            values (:phoneNumber, :name, :status, :tenant, :createdAt)
            """;
    private static final String UPDATE =
            """
            update users set name = coalesce(cast(:name as varchar(200)), name),
                             status = coalesce(cast(:status as varchar(16)), status)
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SqlUserDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Page<User> page(PageRequest wanted) {
        var rows = jdbc.sql(PAGE)
                .param("tenant", wanted.tenant())
                .param("before", SqlCursor.before(wanted.cursor()).number())
                .param("rows", wanted.limit() + 1)
                .query((row, number) -> new SqlCursor.Row<>(place(row), user(row)))
                .list();
        return SqlCursor.page(rows, wanted.limit());
    }

    @Override
    public Optional<User> find(String tenant, String id) {
        return number(id).flatMap(number -> jdbc.sql(ONE)
                .param("tenant", tenant)
                .param("id", number)
                .query((row, index) -> user(row))
                .optional());
    }

    @Override
    public List<User> find(String tenant, Collection<String> ids) {
        List<Long> numbers =
                ids.stream().flatMap(id -> number(id).stream()).distinct().toList();
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(SOME)
                        .param("tenant", tenant)
                        .param("ids", numbers)
                        .query((row, index) -> user(row))
                        .list();
    }

    @Override
    public User create(String tenant, PhoneNumber phoneNumber, String name, UserStatus status) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql(CREATE)
                    .param("phoneNumber", phoneNumber.value())
                    .param("name", name)
                    .param("status", status.toString())
                    .param("tenant", tenant)
                    .param("createdAt", SqlColumns.time(clock.instant()))
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            // Not as the cause: the database quotes the number.
            throw new NumberTakenException();
        }
        return find(tenant, String.valueOf(key.getKey())).orElseThrow();
    }

    @Override
    public Optional<User> update(String tenant, String id, String name, UserStatus status) {
        number(id).ifPresent(number -> jdbc.sql(UPDATE)
                .param("name", name)
                .param("status", status == null ? null : status.toString())
                .param("tenant", tenant)
                .param("id", number)
                .update());
        return find(tenant, id);
    }

    static Optional<Long> number(String id) {
        try {
            return Optional.of(Long.valueOf(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** People are listed by the row's number alone. */
    private static SqlCursor.Place place(ResultSet row) throws SQLException {
        return new SqlCursor.Place(Instant.EPOCH, row.getLong("id"));
    }

    static User user(ResultSet row) throws SQLException {
        Instant optedOutAt = instant(row, "opted_out_at");
        return new User(
                row.getString("id"),
                new PhoneNumber(row.getString("phone_number")),
                row.getString("name"),
                word(row, "status", UserStatus.class),
                optedOutAt != null,
                optedOutAt,
                row.getString("tenant"),
                instant(row, "created_at"));
    }
}
