package io.bactrian.failure;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
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
        assertThat(letters.list(10))
                .singleElement()
                .extracting(DeadLetterSummary::at)
                .isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void listsTheNewestFirstAndNothingPersonal() {
        letters.keep(letter(incoming("SM1"), NOON));
        letters.keep(letter(incoming("SM2"), NOON.plusSeconds(5)));
        assertThat(letters.list(1)).extracting(DeadLetterSummary::id).containsExactly("incoming-SM2");
        assertThat(letters.list(9).toString()).doesNotContain("5550100", "hello");
    }

    @Test
    void aReplayedLetterIsPutAside() {
        DeadLetter letter = letter(incoming("SM1"), NOON);
        letters.keep(letter);
        assertThat(letters.replayed(letter).replayed()).isTrue();
        assertThat(letters.list(10)).isEmpty();
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
                Channel.SMS);
    }
}
