package io.bactrian.store.sql;

import io.bactrian.directory.Person;
import io.bactrian.directory.UserDirectory;
import io.bactrian.directory.UserLists;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many rows of the table {@code users} at once. */
class SqlUserLists implements UserLists {

    private static final String BY_NAME =
            """
            select id from users where tenant = :tenant and name_lower >= :from and name_lower < :to
            order by name_lower, id limit :most""";
    private static final String OF = SqlUserDirectory.USERS + " and u.phone_number in (:numbers)";
    private static final String KNOWN =
            "select phone_number from users where tenant = :tenant and phone_number in (:numbers)";
    private static final String CREATE =
            """
            insert into users (tenant, phone_number, name, status, created_at) values (?, ?, ?, ?, ?)
            on conflict do nothing""";

    /** Behind every name that begins with what stands before it. */
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final UserDirectory users;
    private final Clock clock;

    SqlUserLists(DataSource database, UserDirectory users, Clock clock) {
        this.jdbc = JdbcClient.create(database);
        this.template = new JdbcTemplate(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.users = users;
        this.clock = clock;
    }

    @Override
    public List<User> search(String tenant, String text, int limit) {
        String from = text.toLowerCase(Locale.ROOT);
        Stream<String> byName = jdbc
                .sql(BY_NAME)
                .param("tenant", tenant)
                .param("from", from)
                .param("to", from + LAST_CHARACTER)
                .param("most", limit)
                .query(String.class)
                .list()
                .stream();
        return Stream.concat(users.find(tenant, text).map(User::id).stream(), byName)
                .distinct()
                .limit(limit)
                .map(id -> users.find(tenant, id))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<User> of(String tenant, Collection<PhoneNumber> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(OF)
                        .param("tenant", tenant)
                        .param(
                                "numbers",
                                numbers.stream().map(PhoneNumber::value).toList())
                        .query((row, index) -> SqlUserDirectory.user(row))
                        .list();
    }

    @Override
    public Set<PhoneNumber> known(String tenant, Collection<PhoneNumber> numbers) {
        List<String> all = numbers.stream().map(PhoneNumber::value).toList();
        Set<PhoneNumber> known = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            known.addAll(
                    jdbc.sql(KNOWN).param("tenant", tenant).param("numbers", some).query(String.class).list().stream()
                            .map(PhoneNumber::new)
                            .collect(Collectors.toSet()));
        }
        return known;
    }

    @Override
    public void create(String tenant, List<Person> people) {
        OffsetDateTime now = SqlColumns.time(clock.instant());
        transactions.executeWithoutResult(status -> template.batchUpdate(CREATE, people, AT_ONCE, (row, person) -> {
            row.setString(1, tenant);
            row.setString(2, person.phoneNumber().value());
            row.setString(3, person.name());
            row.setString(4, person.status().toString());
            row.setObject(5, now);
        }));
    }
}
