package io.bactrian.store.sql;

import static io.bactrian.store.sql.SqlColumns.instant;

import io.bactrian.accounts.Account;
import io.bactrian.accounts.Accounts;
import io.bactrian.accounts.KeptAccount;
import io.bactrian.accounts.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The accounts, in the table {@code accounts}. */
class SqlAccounts implements Accounts {

    private static final String CREATE =
            """
            insert into accounts (name, hash, role, tenant, active, created_at, created_by, changed_at)
            values (:name, :hash, :role, :tenant, :active, :createdAt, :createdBy, :changedAt)
            on conflict do nothing
            """;
    private static final String REPLACE =
            """
            update accounts set hash = :hash, role = :role, active = :active, changed_at = :changedAt
            where name = :name and changed_at = :before
            """;

    private final JdbcClient jdbc;

    SqlAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KeptAccount> find(String name) {
        return jdbc.sql("select * from accounts where name = :name")
                .param("name", name)
                .query((row, index) -> new KeptAccount(account(row, index), row.getString("hash")))
                .optional();
    }

    @Override
    public List<Account> all(String tenant) {
        SqlConditions theirs = new SqlConditions().and("tenant = :tenant", "tenant", tenant);
        return jdbc.sql("select * from accounts where true" + theirs.sql() + " order by name limit :most")
                .params(theirs.params())
                .param("most", MOST)
                .query(SqlAccounts::account)
                .list();
    }

    @Override
    public boolean create(KeptAccount kept) {
        return of(CREATE, kept)
                        .param("tenant", kept.account().tenant())
                        .param("createdAt", SqlColumns.time(kept.account().createdAt()))
                        .param("createdBy", kept.account().createdBy())
                        .update()
                > 0;
    }

    @Override
    public boolean replace(Account before, KeptAccount now) {
        return of(REPLACE, now)
                        .param("before", SqlColumns.time(before.changedAt()))
                        .update()
                > 0;
    }

    private StatementSpec of(String sql, KeptAccount kept) {
        return jdbc.sql(sql)
                .param("name", kept.account().name())
                .param("hash", kept.hash())
                .param("role", kept.account().role().toString())
                .param("active", kept.account().active())
                .param("changedAt", SqlColumns.time(kept.account().changedAt()));
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getString("tenant"),
                row.getBoolean("active"),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "changed_at"));
    }
}
