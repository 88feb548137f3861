package io.bactrian.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.GatewaySettings;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Media;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.failure.DataFolderRefused;
import io.bactrian.failure.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What was kept is given back whole, once and in order, whatever happened to the process and its files. */
class SpoolTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path data;

    private Spool spool;

    @BeforeEach
    void open() {
        spool = spool(1000, DataSize.ofMegabytes(100));
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
    }

    private Spool spool(int entries, DataSize size) {
        return new Spool(
                new GatewaySettings("http://localhost", "embedded", List.of("simulator"), data, data),
                new SpoolSettings(entries, size),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void givesBackEachKindOfJobWholeAfterARestart() throws Exception {
        List<Object> jobs = List.of(
                incoming("SM1"),
                new DeliveryReport("m1", "twilio", "SM2", MessageStatus.SENT, "sent", null, null, NOON, NOON),
                new AttemptOutcome(
                        "m2",
                        2,
                        AttemptResult.ACCEPTED,
                        MessageStatus.SENT,
                        null,
                        "twilio",
                        "SM3",
                        1,
                        null,
                        null,
                        0,
                        0,
                        null,
                        null,
                        NOON,
                        NOON));
        for (Object job : jobs) {
            keep(job);
        }
        restart();
        assertThat(waiting()).extracting(SpooledWork::job).containsExactlyElementsOf(jobs);
        assertThat(spool.state()).isEqualTo(new SpoolState(3, size(), NOON));
    }

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        keep(incoming("SM1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("spool"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void theHalfWrittenEndOfAKilledProcessIsLeftOut() throws Exception {
        keep(incoming("SM1"));
        byte[] whole = Files.readAllBytes(file());
        for (int length : new int[] {1, Frame.HEADER - 1, Frame.HEADER, whole.length - 1}) {
            Files.write(file(), whole);
            Files.write(file(), Arrays.copyOf(whole, length), StandardOpenOption.APPEND);
            restart();
            assertThat(sids()).as("%d bytes too many", length).containsExactly("SM1");
        }
    }

    @Test
    void aFileThatWasCutGivesWhatIsWholeInIt() throws Exception {
        keep(incoming("SM1"));
        keep(incoming("SM2"));
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 3));
        restart();
        assertThat(sids()).containsExactly("SM1");
        keep(incoming("SM3"));
        assertThat(sids()).containsExactly("SM1", "SM3");
    }

    @Test
    void whatTheDiskDamagedIsNotReplayedAndNotThrownAway() throws Exception {
        keep(incoming("SM1"));
        long first = size();
        keep(incoming("SM2"));
        keep(incoming("SM3"));
        byte[] bytes = Files.readAllBytes(file());
        bytes[(int) first + Frame.HEADER + 30] ^= 1;
        Files.write(file(), bytes);
        restart();
        assertThat(sids()).containsExactly("SM1", "SM3");
        waiting().forEach(spool::done);
        assertThat(files()).containsExactly("0000000001.spool.damaged");
    }

    @Test
    void whatIsDrainedIsGone() throws Exception {
        keep(incoming("SM1"));
        keep(incoming("SM2"));
        SpooledWork first = waiting().get(0);
        spool.done(first);
        spool.done(first);
        assertThat(sids()).containsExactly("SM2");
        spool.done(waiting().get(0));
        assertThat(files()).isEmpty();
        assertThat(spool.state()).isEqualTo(new SpoolState(0, 0, null));
        keep(incoming("SM3"));
        assertThat(sids()).containsExactly("SM3");
    }

    @Test
    void manyAreKeptWhileOthersAreDrained() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<Future<?>> kept = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            String sid = "SM" + i;
            kept.add(many.submit(() -> keep(incoming(sid))));
        }
        List<String> drained = new ArrayList<>();
        while (drained.size() < 900) {
            for (SpooledWork work : waiting()) {
                drained.add(((IncomingMessage) work.job()).messageSid());
                spool.done(work);
            }
        }
        for (Future<?> each : kept) {
            each.get();
        }
        many.shutdown();
        assertThat(drained)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 900).mapToObj(i -> "SM" + i).toList());
        assertThat(spool.state().depth()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void takesNoMoreThanItsBounds() throws Exception {
        spool.close();
        spool = spool(2, DataSize.ofMegabytes(1));
        keep(incoming("SM1"));
        keep(incoming("SM2"));
        assertThatThrownBy(() -> keep(incoming("SM3"))).hasCauseInstanceOf(SpoolFullException.class);
        assertThat(spool.takesWork()).isFalse();
        spool.close();
        spool = spool(100, DataSize.ofBytes(10));
        assertThatThrownBy(() -> keep(incoming("SM3"))).hasCauseInstanceOf(SpoolFullException.class);
    }

    @Test
    void aDiskThatRefusesIsToldAndUsedAgainOnceItTakesWork() throws Exception {
        Path folder = data.resolve("spool");
        Path aside = data.resolve("aside");
        Files.move(folder, aside);
        Files.writeString(folder, "in the way");
        assertThatThrownBy(() -> keep(incoming("SM1"))).hasCauseInstanceOf(IOException.class);
        assertThat(spool.takesWork()).isFalse();
        Files.delete(folder);
        Files.move(aside, folder);
        assertThat(spool.takesWork()).isTrue();
        keep(incoming("SM2"));
        assertThat(sids()).containsExactly("SM2");
    }

    @Test
    void aRecordThatCannotBeReadHoldsUpNothing() throws Exception {
        keep(incoming("SM1"));
        SpoolFiles files = new SpoolFiles(new SpoolFolder(data.resolve("other")));
        files.append(List.of(new Frame(0, "{\"kind\":\"NONE\"}".getBytes())));
        SpooledWork work =
                new Window(files, new WorkJson()).oldestOfEach(10, Set.of()).get(0);
        assertThat(work.kind()).isEqualTo(DeadLetter.Kind.MALFORMED);
        assertThat(work.job()).isEqualTo("{\"kind\":\"NONE\"}");
        files.close();
    }

    @Test
    void whatNoFlowTakesUpIsRefused() {
        assertThatThrownBy(() -> keep("no job")).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecondGatewayIsRefusedTheFolder() {
        assertThatThrownBy(() -> spool(1, DataSize.ofMegabytes(1)))
                .isInstanceOf(DataFolderRefused.class)
                .hasMessageContaining("Another gateway");
    }

    private void restart() throws IOException {
        spool.close();
        open();
    }

    private Void keep(Object job) throws Exception {
        CompletionStage<Void> kept = spool.keep(job);
        return kept.toCompletableFuture().get();
    }

    private List<SpooledWork> waiting() throws IOException {
        return spool.oldestOfEach(1000, Set.of());
    }

    private List<String> sids() throws IOException {
        return waiting().stream()
                .map(work -> ((IncomingMessage) work.job()).messageSid())
                .toList();
    }

    private Path file() {
        return data.resolve("spool").resolve(files().get(0));
    }

    private long size() throws IOException {
        return Files.size(file());
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(data.resolve("spool"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("lock"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each from a number of its own. */
    static IncomingMessage incoming(String sid) {
        return incoming(sid, "+1" + sid.hashCode());
    }

    static IncomingMessage incoming(String sid, String from) {
        return new IncomingMessage(
                sid,
                new PhoneNumber(from),
                new PhoneNumber("+15005550006"),
                "hello",
                List.of(new Media("https://media.example/1", "image/png")),
                true,
                false,
                null,
                NOON,
                "default",
                "twilio",
                Channel.SMS,
                null);
    }
}
