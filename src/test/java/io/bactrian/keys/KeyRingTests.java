package io.bactrian.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.paging.PageRequest;
import io.bactrian.store.sql.SqlAdapter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two instances of the gateway that share a store. */
class KeyRingTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final DataSource database = new DriverManagerDataSource(
            "jdbc:h2:mem:ring;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final KeyRing one = ring(NOW);
    private final KeyRing two = ring(NOW);

    @BeforeEach
    void empty() {
        Flyway.configure()
                .dataSource(database)
                .locations("db/migration/h2")
                .load()
                .migrate();
        jdbc.sql("delete from api_keys").update();
    }

    private KeyRing ring(Instant now) {
        return new KeyRing(SqlAdapter.keys(database), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static KeyOrder order(Instant end) {
        return new KeyOrder("shop", List.of("sms:send"), "acme", "ada", end);
    }

    @Test
    void aKeyOpensOnEveryInstanceUntilItIsRevokedOnOne() {
        IssuedKey issued = one.issue(order(null));
        assertThat(one.find(issued.key()).orElseThrow().tenant()).isEqualTo("acme");
        assertThat(two.find(issued.key())).isPresent();
        assertThat(one.revoke(null, issued.details().id()).orElseThrow().revokedAt())
                .isEqualTo(NOW);
        assertThat(one.find(issued.key())).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> two.find(issued.key()).isEmpty());
        assertThat(one.page(new PageRequest("acme", null, 9)).items()).hasSize(1);
    }

    @Test
    void keepsNothingThatOpens() {
        IssuedKey issued = one.issue(order(null));
        assertThat(issued.key()).matches("bct_[0-9a-f]{64}");
        assertThat(issued.toString()).doesNotContain(issued.key().substring(4));
        assertThat(jdbc.sql("select * from api_keys")
                        .query()
                        .singleRow()
                        .values()
                        .toString())
                .doesNotContain(issued.key().substring(4));
        assertThat(one.find((String)
                        jdbc.sql("select 'bct_' || hash from api_keys").query().singleValue()))
                .isEmpty();
    }

    @Test
    void aKeyThatHasEndedOpensNothing() {
        IssuedKey issued = one.issue(order(NOW.plusSeconds(60)));
        assertThat(one.find(issued.key())).isPresent();
        assertThat(ring(NOW.plusSeconds(60)).find(issued.key())).isEmpty();
    }

    @Test
    void tellsTheHourOfTheLastUse() {
        IssuedKey issued = one.issue(order(null));
        assertThat(lastUsed()).isNull();
        one.find(issued.key());
        assertThat(lastUsed()).isEqualTo("2026-01-02T03:00:00Z");
        ring(NOW.plusSeconds(3600)).find(issued.key());
        two.find(issued.key());
        assertThat(lastUsed()).isEqualTo("2026-01-02T04:00:00Z");
    }

    private Instant lastUsed() {
        return one.page(new PageRequest(null, null, 9)).items().get(0).lastUsedAt();
    }

    @Test
    void nobodyGetsInWithWhatIsNoKey() {
        for (String key : List.of("", "bct_", "bct_" + "0".repeat(64), "bct_" + "g".repeat(64), "' or 1=1 --")) {
            assertThat(one.find(key)).isEmpty();
        }
    }
}
