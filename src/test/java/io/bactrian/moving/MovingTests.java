package io.bactrian.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole command: out of the embedded database, into a real PostgreSQL, and out of that. */
class MovingTests {

    private static final int COPIES = 2_300;

    private static EmbeddedPostgres postgres;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(printed, true), false);

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyPostgres() {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("drop schema public cascade; create schema public")
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"house.jsonl", "house.jsonl.gz"})
    void carriesEverythingFromOneStoreToTheOther(String name) throws IOException {
        fill("old");
        Path file = folder.resolve(name);
        Path again = folder.resolve("again-" + name);
        assertThat(run("--export=" + file, embedded("old"))).isEqualTo(ExitCode.DONE);
        assertThat(run(toPostgres("--import", file.toString()))).isEqualTo(ExitCode.DONE);
        assertThat(run(toPostgres("--export", again.toString()))).isEqualTo(ExitCode.DONE);
        assertThat(sorted(again)).isEqualTo(sorted(file));
        assertThat(sorted(file)).hasSize(2 + COPIES * RecordKind.values().length);
        assertThat(run("--import=" + again, embedded("new"))).isEqualTo(ExitCode.DONE);
        assertThat(printed.toString())
                .contains(
                        "exporting: 50 %",
                        "importing: 100 %",
                        "exported " + COPIES * RecordKind.values().length + " records",
                        "dead-letters")
                .doesNotContain("+1202555");
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        fill("old");
        Path file = folder.resolve("house.jsonl");
        run("--export", file.toString(), embedded("old"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.resolveSibling("house.jsonl.export")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"house.jsonl", "house.jsonl.gz"})
    void anExportThatWasKilledGoesOnWhereItWas(String name) throws IOException {
        fill("old");
        Path whole = folder.resolve("whole-" + name);
        Path file = folder.resolve(name);
        run("--export=" + whole, embedded("old"));
        for (int reads : List.of(1, 4, 9, 15)) {
            try (ConfigurableApplicationContext store = open("old")) {
                HouseContents house = new Interrupted(store.getBean(HouseContents.class), reads);
                assertThatThrownBy(() -> new Export(house, file, screen, 2).run())
                        .isInstanceOf(Killed.class);
            }
            Files.writeString(file, "half a li", java.nio.file.StandardOpenOption.APPEND);
        }
        assertThat(run("--export=" + file, embedded("old"))).isEqualTo(ExitCode.DONE);
        assertThat(sorted(file)).isEqualTo(sorted(whole));
    }

    @Test
    void anImportThatWasKilledGoesOnWhereItWas() throws IOException {
        fill("old");
        Path file = folder.resolve("house.jsonl");
        run("--export=" + file, embedded("old"));
        for (int puts : List.of(1, 3, 5)) {
            try (ConfigurableApplicationContext store = open("new")) {
                HouseContents house = new Interrupted(store.getBean(HouseContents.class), puts);
                assertThatThrownBy(() -> new Import(house, file, screen).run()).isInstanceOf(Killed.class);
            }
        }
        assertThat(run("--import=" + file, embedded("new"))).isEqualTo(ExitCode.DONE);
        assertThat(file.resolveSibling("house.jsonl.import")).doesNotExist();
        assertThat(run("--import=" + file, embedded("new"))).isEqualTo(ExitCode.DONE);
        assertThat(printed.toString()).contains("is there already");
    }

    @Test
    void aFileThatWasCutIsNotImported() throws IOException {
        fill("old");
        Path file = folder.resolve("house.jsonl");
        run("--export=" + file, embedded("old"));
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));
        assertThat(run("--import=" + file, embedded("new"))).isEqualTo(ExitCode.FAILED);
        assertThat(printed.toString()).contains("ends too early");
        assertNothingIsIn("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"house.jsonl", "house.jsonl.gz"})
    void aChangedByteIsNoticedAndNothingImported(String name) throws IOException {
        fill("old", 40);
        Path file = folder.resolve(name);
        run("--export=" + file, embedded("old"));
        byte[] bytes = Files.readAllBytes(file);
        for (double place : List.of(0.01, 0.1, 0.31, 0.5, 0.77, 0.9999)) {
            byte[] damaged = bytes.clone();
            damaged[(int) (place * bytes.length)] ^= 1;
            Files.write(file, damaged);
            assertThat(run("--import=" + file, embedded("new"))).isNotEqualTo(ExitCode.DONE);
        }
        assertNothingIsIn("new");
    }

    @Test
    void aStoreThatHoldsSomethingElseIsLeftAlone() throws IOException {
        fill("old", 4);
        fill("other", 2);
        Path file = folder.resolve("house.jsonl");
        run("--export=" + file, embedded("old"));
        assertThat(run("--import=" + file, embedded("other"))).isEqualTo(ExitCode.FAILED);
        assertThat(printed.toString()).contains("goes into an empty store");
    }

    @Test
    void aStoreThatChangesMeanwhileIsNoticed() throws IOException {
        fill("old", 3);
        Path file = folder.resolve("house.jsonl");
        try (ConfigurableApplicationContext store = open("old")) {
            HouseContents house = store.getBean(HouseContents.class);
            HouseContents busy = new Interrupted(house, 7) {
                @Override
                void happen() {
                    house.put(RecordKind.USERS, Belongings.of(RecordKind.USERS, 4));
                }
            };
            assertThatThrownBy(() -> new Export(busy, file, screen).run())
                    .hasMessageContaining("users: 3 in the file, 4 in the store")
                    .extracting(failure -> ((MoveFailed) failure).exitCode())
                    .isEqualTo(ExitCode.DIFFERENT);
        }
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("house.jsonl"), "mine");
        assertThat(run("--export=" + file, embedded("old"))).isEqualTo(ExitCode.FAILED);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aDataFolderThatAGatewayUsesIsLeftAlone() throws Exception {
        fill("old", 2);
        try (ConfigurableApplicationContext gateway = open("old")) {
            gateway.getBean(HouseContents.class);
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.bactrian.Bactrian",
                            "--export=" + folder.resolve("house.jsonl"),
                            embedded("old"))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(other.waitFor()).isEqualTo(ExitCode.FAILED);
            assertThat(said)
                    .contains("only while no gateway runs on the data folder")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysHowItIsAsked() {
        assertThat(run("--export")).isEqualTo(ExitCode.MISASKED);
        assertThat(run("--export=a", "--import=b")).isEqualTo(ExitCode.MISASKED);
        assertThat(run("--import", "--sms.store=postgres")).isEqualTo(ExitCode.MISASKED);
        assertThat(MovingHouse.isAskedFor("--sms.store=postgres")).isFalse();
        assertThat(MovingHouse.isAskedFor("--server.port=0", "--import=b")).isTrue();
    }

    private void fill(String data) {
        fill(data, COPIES);
    }

    private void fill(String data, int copies) {
        try (ConfigurableApplicationContext store = open(data)) {
            for (RecordKind kind : RecordKind.values()) {
                List<MovedRecord> records = new ArrayList<>(Belongings.of(kind, copies));
                store.getBean(HouseContents.class).put(kind, records);
            }
        }
    }

    private void assertNothingIsIn(String data) {
        try (ConfigurableApplicationContext store = open(data)) {
            assertThat(new Inventory(store.getBean(HouseContents.class), screen).total())
                    .isZero();
        }
    }

    private ConfigurableApplicationContext open(String data) {
        return MovingHouse.store(MovingRequest.of("--export=x", embedded(data)));
    }

    private String embedded(String data) {
        return "--sms.data-dir=" + folder.resolve(data);
    }

    private static String[] toPostgres(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--sms.store=postgres");
        all.add("--DATABASE_URL=" + postgres.getJdbcUrl("postgres", "postgres"));
        all.add("--DATABASE_USERNAME=postgres");
        return all.toArray(String[]::new);
    }

    private int run(String... args) {
        return MovingHouse.run(screen, args);
    }

    private static List<String> sorted(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        Manifest manifest = new HouseFile(file).read((kind, line) -> lines.add(line));
        lines.sort(null);
        lines.add(0, HouseFile.FIRST_LINE);
        lines.add(HouseFile.lastLine(manifest));
        return lines;
    }

    /** What a kill comes to, without the process. */
    private static final class Killed extends Error {}

    /** A store in whose use something happens after so many calls. */
    private static class Interrupted implements HouseContents {

        private final HouseContents house;
        private final AtomicInteger left;

        Interrupted(HouseContents house, int calls) {
            this.house = house;
            this.left = new AtomicInteger(calls);
        }

        void happen() {
            throw new Killed();
        }

        @Override
        public String address() {
            return house.address();
        }

        @Override
        public long count(RecordKind kind) {
            return house.count(kind);
        }

        @Override
        public Batch read(RecordKind kind, String after, int limit) {
            if (left.getAndDecrement() == 0) {
                happen();
            }
            return house.read(kind, after, limit);
        }

        @Override
        public void put(RecordKind kind, List<MovedRecord> records) {
            house.put(kind, records);
            if (left.getAndDecrement() == 0) {
                happen();
            }
        }
    }
}
