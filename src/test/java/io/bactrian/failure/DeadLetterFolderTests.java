package io.bactrian.failure;

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
import io.bactrian.domain.StoreException;
import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterFolderTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path data;

    private DeadLetterFolder letters;

    @BeforeEach
    void open() {
        letters = new DeadLetterFolder(
                new GatewaySettings("http://localhost", "embedded", List.of("simulator"), data, data));
    }

    static Stream<Object> jobs() {
        return Stream.of(
                incoming("SM1"),
                new DeliveryReport("m1", "twilio", "SM2", MessageStatus.SENT, "sent", null, null, NOON, null),
                new AttemptOutcome(
                        "m1",
                        2,
                        AttemptResult.ACCEPTED,
                        MessageStatus.SENT,
                        null,
                        "twilio",
                        "SM2",
                        1,
                        null,
                        null,
                        0,
                        0,
                        null,
                        null,
                        null,
                        NOON),
                "Body=hello&To=%2B15005550006");
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void givesBackTheWholeJob(Object job) {
        DeadLetter letter = letter(job, NOON);
        letters.keep(letter);
        assertThat(letters.open(letter.id())).isEqualTo(letter);
    }

    @Test
    void onlyItsOwnerCanReadALetter() throws IOException {
        letters.keep(letter(incoming("SM1"), NOON));
        Path file = data.resolve("dead-letters/incoming-SM1.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("+15005550100", "hello");
    }

    @Test
    void theSameWorkFailingAgainIsTheSameLetter() {
        letters.keep(letter(incoming("SM1"), NOON));
        letters.keep(letter(incoming("SM1"), NOON.plusSeconds(5)));
        assertThat(letters.page(null, 10).items())
                .singleElement()
                .extracting(DeadLetterSummary::at)
                .isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void listsTheNewestFirstAndNothingPersonal() {
        letters.keep(letter(incoming("SM1"), NOON));
        letters.keep(letter(incoming("SM2"), NOON.plusSeconds(5)));
        assertThat(letters.page(null, 1).items())
                .extracting(DeadLetterSummary::id)
                .containsExactly("incoming-SM2");
        assertThat(letters.page(null, 9).items().toString()).doesNotContain("5550100", "hello");
    }

    @Test
    void pagesOpenNoOtherFilesThanTheyShow() throws IOException {
        for (int i = 0; i < 25; i++) {
            letters.keep(letter(incoming("SM" + (10 + i)), NOON.plusSeconds(i / 2)));
        }
        open();
        List<String> ids = new ArrayList<>();
        Page<DeadLetterSummary> page = letters.page(null, 10);
        // Were it opened for the first page, it would be missed on the second.
        Files.writeString(data.resolve("dead-letters/incoming-SM10.json"), "broken");
        while (page.nextCursor() != null) {
            page.items().forEach(letter -> ids.add(letter.id()));
            page = letters.page(page.nextCursor(), 10);
        }
        page.items().forEach(letter -> ids.add(letter.id()));
        assertThat(ids).hasSize(24).doesNotHaveDuplicates().doesNotContain("incoming-SM10");
        assertThat(ids.get(0)).isEqualTo("incoming-SM34");
        assertThat(letters.count()).isEqualTo(25);
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedThoughLettersCameAndWentMeanwhile() {
        for (int i = 0; i < 6; i++) {
            letters.keep(letter(incoming("SM" + i), NOON.plusSeconds(i)));
        }
        Page<DeadLetterSummary> first = letters.page(null, 2);
        letters.replayed(letters.open("incoming-SM4"));
        letters.keep(letter(incoming("SM9"), NOON.plusSeconds(9)));
        assertThat(letters.page(first.nextCursor(), 9).items())
                .extracting(DeadLetterSummary::id)
                .containsExactly("incoming-SM3", "incoming-SM2", "incoming-SM1", "incoming-SM0");
        assertThatThrownBy(() -> letters.page("bm9uZQ", 9)).isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void aPageOfAHundredThousandLettersIsReadWithoutReadingThemAll() throws IOException {
        Path folder = data.resolve("dead-letters");
        letters.keep(letter(incoming("SM1"), NOON));
        for (int i = 0; i < 100_000; i++) {
            Files.createFile(folder.resolve("incoming-X" + i + ".json"));
        }
        Files.setLastModifiedTime(
                folder.resolve("incoming-SM1.json"), FileTime.from(Instant.now().plusSeconds(60)));
        open();
        assertThat(letters.count()).isEqualTo(100_001);
        assertThat(letters.page(null, 1).items())
                .extracting(DeadLetterSummary::id)
                .containsExactly("incoming-SM1");
        assertThat(letters.page(null, 100).nextCursor()).isNotNull();
    }

    @Test
    void findsByKindStepCauseAndTimeAlsoAfterARestart() {
        letters.keep(letter(incoming("SM1"), NOON));
        letters.keep(letter("Body=hello", NOON.plusSeconds(5)));
        letters.keep(DeadLetter.of(
                incoming("SM2"), "r", "log-incoming/rows", Cause.of(new IllegalStateException()), NOON.plusSeconds(9)));
        for (int round = 0; round < 2; round++) {
            assertThat(ids(new DeadLetterQuery("incoming", null, null, null, null)))
                    .containsExactly("incoming-SM2", "incoming-SM1");
            assertThat(ids(new DeadLetterQuery(null, "IllegalState", null, null, null)))
                    .containsExactly("incoming-SM2");
            assertThat(ids(new DeadLetterQuery(null, null, "log-incoming/", null, null)))
                    .containsExactly("incoming-SM2");
            assertThat(ids(new DeadLetterQuery(null, "StoreException", null, null, NOON.plusSeconds(5))))
                    .containsExactly("incoming-SM1");
            assertThat(ids(new DeadLetterQuery(null, null, null, NOON.plusSeconds(5), NOON.plusSeconds(9))))
                    .hasSize(1);
            open();
        }
    }

    @Test
    void countsWhatFailedAlike() throws IOException {
        letters.keep(letter(incoming("SM1"), NOON));
        letters.keep(letter(incoming("SM2"), NOON.plusSeconds(5)));
        letters.keep(letter("Body=hello", NOON));
        Files.writeString(data.resolve("dead-letters/incoming-SM3.json"), "{\"step\": \"x\"");
        open();
        DeadLetterCounts counts = letters.counts(DeadLetterQuery.ALL);
        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.others()).isZero();
        assertThat(counts.groups()).hasSize(3);
        DeadLetterCounts.Group most = counts.groups().get(0);
        assertThat(most.kind()).isEqualTo("incoming");
        assertThat(most.count()).isEqualTo(2);
        assertThat(most.oldest()).isEqualTo(NOON);
        assertThat(most.newest()).isEqualTo(NOON.plusSeconds(5));
        assertThat(counts.groups()).extracting(DeadLetterCounts.Group::step).contains("unreadable");

        letters.replayed(letters.open("incoming-SM1"));
        assertThat(letters.counts(new DeadLetterQuery("incoming", "StoreException", null, null, null))
                        .total())
                .isEqualTo(1);
    }

    private List<String> ids(DeadLetterQuery query) {
        return letters.page(query, null, 10).items().stream()
                .map(DeadLetterSummary::id)
                .toList();
    }

    @Test
    void twoReportsOfOneMessageThatDifferAreTwoLetters() {
        letters.keep(letter(
                new DeliveryReport("m1", "twilio", "SM2", MessageStatus.FAILED, "failed", "1", null, NOON, null),
                NOON));
        letters.keep(letter(
                new DeliveryReport("m1", "twilio", "SM2", MessageStatus.FAILED, "failed", "2", null, NOON, null),
                NOON));
        letters.keep(letter(incoming("SM/1"), NOON));
        letters.keep(letter(incoming("SM_1"), NOON));
        assertThat(letters.count()).isEqualTo(4);
    }

    @Test
    void whatAKilledWriteLeftIsRemoved() throws IOException {
        Path leftover = data.resolve("dead-letters/incoming-SM1.json.part-7");
        Files.writeString(leftover, "{");
        open();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Files.writeString(data.resolve("file"), "in the way");
        GatewaySettings settings =
                new GatewaySettings("http://localhost", "embedded", List.of("simulator"), data.resolve("file"), data);
        assertThatThrownBy(() -> new DeadLetterFolder(settings))
                .isInstanceOf(DataFolderRefused.class)
                .hasMessageContaining("cannot be written to");
    }

    @Test
    void aReplayedLetterIsPutAside() {
        DeadLetter letter = letter(incoming("SM1"), NOON);
        letters.keep(letter);
        assertThat(letters.replayed(letter).replayed()).isTrue();
        assertThat(letters.page(null, 10).items()).isEmpty();
        assertThat(letters.open(letter.id())).isNull();
        assertThat(data.resolve("dead-letters/replayed/incoming-SM1.json")).exists();
    }

    @Test
    void anIdNeverLeadsOutOfTheFolder() throws IOException {
        Files.writeString(data.resolve("secret.json"), "{}");
        assertThat(letters.open("../secret")).isNull();
        assertThat(letters.open("/etc/passwd")).isNull();
    }

    private static DeadLetter letter(Object job, Instant at) {
        Cause cause = Cause.of(new StoreException("log-incoming", "08006", true, null));
        return DeadLetter.of(job, "receive-from-twilio", "direct:receive-message", cause, at);
    }

    private static IncomingMessage incoming(String sid) {
        return new IncomingMessage(
                sid,
                new PhoneNumber("+15005550100"),
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
