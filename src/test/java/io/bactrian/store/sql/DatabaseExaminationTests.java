package io.bactrian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.bactrian.Bactrian;
import io.bactrian.doctor.Diagnosis;
import io.bactrian.doctor.Setup;
import io.bactrian.doctor.Verdict;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the doctor says of a database, which it leaves as it was. */
class DatabaseExaminationTests {

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path data;

    private Clock clock = Clock.systemUTC();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() {
        sql("drop schema public cascade");
        sql("create schema public");
    }

    @Test
    void aNewDatabaseIsRightAndStaysEmpty() {
        assertThat(postgres())
                .extracting(Diagnosis::part, Diagnosis::verdict)
                .containsExactly(
                        tuple("store", Verdict.RIGHT), tuple("schema", Verdict.RIGHT), tuple("clock", Verdict.RIGHT));
        assertThat(JdbcClient.create(database())
                        .sql("select count(*) from information_schema.tables where table_schema = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theTablesOfThisVersionAreRight() {
        migrate("latest");
        assertThat(schema().says()).contains("which is this program's");
    }

    @Test
    void olderTablesAskForABackup() {
        migrate("4");
        assertThat(schema().verdict()).isEqualTo(Verdict.ADVICE);
        assertThat(schema().mend()).contains("backup");
    }

    @Test
    void tablesOfANewerVersionAreWrong() {
        migrate("latest");
        sql("insert into flyway_schema_history values"
                + " (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', now(), 1, true)");
        assertThat(schema().verdict()).isEqualTo(Verdict.WRONG);
        assertThat(schema().says()).contains("newer version (999)");
    }

    @Test
    void aMigrationThatFailedIsWrong() {
        migrate("latest");
        sql("update flyway_schema_history set success = false where version = '8'");
        assertThat(schema().verdict()).isEqualTo(Verdict.WRONG);
        assertThat(schema().says()).contains("failed");
    }

    @Test
    void aMigrationThatWasChangedIsWrong() {
        migrate("latest");
        sql("update flyway_schema_history set checksum = 1 where version = '8'");
        assertThat(schema().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aClockThatDisagreesIsWrong() {
        clock = Clock.offset(clock, Duration.ofSeconds(30));
        assertThat(postgres())
                .filteredOn(found -> found.part().equals("clock"))
                .singleElement()
                .satisfies(found -> assertThat(found.says()).contains("ahead of that of the database"));
    }

    @Test
    void whoIsNotLetInIsToldWhy() throws IOException {
        String there = "jdbc:postgresql://localhost:" + postgres.getPort();
        assertThat(wrong("DATABASE_URL", there + "/postgres", "DATABASE_USERNAME", "nobody"))
                .isEqualTo("PostgreSQL refuses the name or the password");
        assertThat(wrong("DATABASE_URL", there + "/nothing", "DATABASE_USERNAME", "postgres"))
                .isEqualTo("there is no such database");
        try (ServerSocket closed = new ServerSocket(0)) {
            closed.close();
            assertThat(wrong("DATABASE_URL", "jdbc:postgresql://localhost:" + closed.getLocalPort() + "/x"))
                    .contains("cannot be reached");
        }
        assertThat(wrong()).contains("DATABASE_URL is not set");
        assertThat(wrong("DATABASE_URL", "postgres://me:secret@db/x"))
                .contains("none of JDBC")
                .doesNotContain("secret");
    }

    @Test
    void anEmbeddedDatabaseIsReadAndNotMade() throws Exception {
        assertThat(embedded()).extracting(Diagnosis::verdict).containsExactly(Verdict.RIGHT);
        assertThat(data).isEmptyDirectory();
        try (var gateway = SqlStore.open(SqlStore.embeddedUrl(data), "bactrian", "")) {
            Flyway.configure()
                    .dataSource(gateway)
                    .locations("db/migration/h2")
                    .load()
                    .migrate();
        }
        assertThat(embedded()).hasSize(2).extracting(Diagnosis::verdict).containsOnly(Verdict.RIGHT);
    }

    @Test
    void anEmbeddedDatabaseThatAGatewayHasIsLeftToIt() throws Exception {
        Process other = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.h2.tools.Shell",
                        "-url",
                        SqlStore.embeddedUrl(data),
                        "-user",
                        "bactrian",
                        "-password",
                        "")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> embedded().get(0).says().contains("a gateway runs"));
            assertThat(embedded()).singleElement().satisfies(found -> assertThat(found.verdict())
                    .isEqualTo(Verdict.RIGHT));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void aBrokenEmbeddedDatabaseIsWrong() throws Exception {
        Files.writeString(data.resolve("bactrian.mv.db"), "no database");
        assertThat(embedded()).singleElement().satisfies(found -> assertThat(found.verdict())
                .isEqualTo(Verdict.WRONG));
    }

    private Diagnosis schema() {
        return postgres().stream()
                .filter(found -> found.part().equals("schema"))
                .findFirst()
                .orElseThrow();
    }

    private List<Diagnosis> postgres() {
        return examine(Map.of(
                "sms.store",
                "postgres",
                "DATABASE_URL",
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "DATABASE_USERNAME",
                "postgres"));
    }

    private String wrong(String... settings) {
        Map<String, Object> all = new HashMap<>(Map.of("sms.store", "postgres"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        List<Diagnosis> found = examine(all);
        assertThat(found).singleElement().satisfies(one -> assertThat(one.verdict())
                .isEqualTo(Verdict.WRONG));
        return found.get(0).says();
    }

    private List<Diagnosis> embedded() {
        return examine(Map.of("sms.data-dir", data.toString()));
    }

    private List<Diagnosis> examine(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        try {
            return new DatabaseExamination().examine(new Setup(Bactrian.class, environment, clock));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(database())
                .locations("db/migration/postgresql")
                .target(target)
                .load()
                .migrate();
    }

    private static DataSource database() {
        return new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "");
    }

    private static void sql(String statement) {
        JdbcClient.create(database()).sql(statement).update();
    }
}
