package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageBookTests {

    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");

    private final MessageBook book =
            new MessageBook(new SimulatorSettings(Duration.ofMillis(1), Duration.ofSeconds(1), 3));

    @Test
    void forgetsTheOldestFirst() {
        IntStream.range(0, 5).forEach(i -> book.add(message("SM" + i)));

        assertThat(book.find("SM1")).isEmpty();
        assertThat(book.newestFirst(message -> true, null, 10).messages())
                .extracting(SimulatedMessage::sid)
                .containsExactly("SM4", "SM3", "SM2");
    }

    @Test
    void goesOnWhereAPageEnded() {
        IntStream.range(0, 3).forEach(i -> book.add(message("SM" + i)));

        MessageBook.Slice first = book.newestFirst(message -> true, null, 2);
        book.add(message("SM9"));
        MessageBook.Slice second = book.newestFirst(message -> true, first.next(), 2);

        assertThat(first.messages()).extracting(SimulatedMessage::sid).containsExactly("SM2", "SM1");
        assertThat(second.next()).isNull();
        assertThat(second.messages()).extracting(SimulatedMessage::sid).doesNotContain("SM9", "SM2", "SM1");
    }

    @Test
    void leavesAMessageAloneWhoseRuleDeclines() {
        book.add(message("SM0"));

        assertThat(book.change("SM0", message -> message.canceled(NOW))).isEmpty();
        assertThat(book.change("SM0", message -> Optional.of(message.redacted(NOW))))
                .hasValueSatisfying(message -> assertThat(message.body()).isEmpty());
    }

    @Test
    void tellsWhoeverWaitsOfTheNextMessageOnly() {
        book.add(message("SM0"));
        CompletableFuture<SimulatedMessage> next = book.next(message -> true);
        assertThat(next).isNotDone();

        book.add(message("SM1"));
        book.add(message("SM2"));

        assertThat(next).isCompletedWithValueMatching(message -> message.sid().equals("SM1"));
    }

    @Test
    void printsNeitherNumberNorText() {
        assertThat(message("SM0")).hasToString("SimulatedMessage[SM0, queued]");
        assertThat(MessageJson.of(message("SM0"))).hasToString("MessageJson[SM0]");
    }

    private static SimulatedMessage message(String sid) {
        return new SimulatedMessage(
                sid,
                "AC0",
                "+15005550100",
                "+15005550006",
                null,
                "text",
                0,
                1,
                null,
                Status.QUEUED,
                null,
                null,
                null,
                NOW,
                null,
                NOW);
    }
}
