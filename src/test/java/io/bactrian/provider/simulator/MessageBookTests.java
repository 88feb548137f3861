package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.provider.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageBookTests {

    private static final String TO = "+15005550100";
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");

    private final MessageBook book =
            new MessageBook(new SimulatorSettings(Duration.ofMillis(1), Duration.ofSeconds(1), "", 3));

    @Test
    void forgetsTheOldestFirst() {
        IntStream.range(0, 5).forEach(i -> add("SM" + i, TO));

        assertThat(book.find("SM1")).isEmpty();
        assertThat(book.newestFirst(null, message -> true, null, 10).messages())
                .extracting(SimulatedMessage::sid)
                .containsExactly("SM4", "SM3", "SM2");
    }

    @Test
    void goesOnWhereAPageEnded() {
        IntStream.range(0, 3).forEach(i -> add("SM" + i, TO));

        MessageBook.Slice first = book.newestFirst(null, message -> true, null, 2);
        add("SM9", TO);
        MessageBook.Slice second = book.newestFirst(null, message -> true, first.next(), 2);

        assertThat(first.messages()).extracting(SimulatedMessage::sid).containsExactly("SM2", "SM1");
        assertThat(second.next()).isNull();
        assertThat(second.messages()).extracting(SimulatedMessage::sid).doesNotContain("SM9", "SM2", "SM1");
    }

    @Test
    void leavesAMessageAloneWhoseRuleDeclines() {
        add("SM0", TO);

        BookEntry entry = book.find("SM0").orElseThrow();

        assertThat(entry.change(message -> message.canceled(NOW))).isEmpty();
        assertThat(entry.change(message -> Optional.of(message.redacted(NOW))))
                .hasValueSatisfying(message -> assertThat(message.body()).isEmpty());
    }

    @Test
    void tellsWhoeverWaitsOfTheNextMessageOnly() {
        add("SM0", TO);
        CompletableFuture<SimulatedMessage> next = book.next(message -> true);
        assertThat(next).isNotDone();

        add("SM1", TO);
        add("SM2", TO);

        assertThat(next).isCompletedWithValueMatching(message -> message.sid().equals("SM1"));
    }

    @Test
    void printsNeitherNumberNorText() {
        assertThat(message("SM0", TO)).hasToString("SimulatedMessage[SM0, queued]");
        assertThat(MessageJson.of(message("SM0", TO))).hasToString("MessageJson[SM0]");
    }

    @Test
    void findsThoseToOneRecipientAmongAllOthers() {
        add("SM0", TO);
        add("SM1", "+15005550101");
        add("SM2", TO);

        assertThat(book.newestFirst(TO, message -> true, null, 10).messages())
                .extracting(SimulatedMessage::sid)
                .containsExactly("SM2", "SM0");
        MessageBook.Slice page = book.newestFirst(TO, message -> true, null, 1);
        assertThat(book.newestFirst(TO, message -> true, page.next(), 1).messages())
                .extracting(SimulatedMessage::sid)
                .containsExactly("SM0");
        assertThat(book.newestFirst("+15005550102", message -> true, null, 10).messages())
                .isEmpty();
    }

    @Test
    void endsTheListOfARecipientWhereTheBookEnds() {
        IntStream.range(0, 3).forEach(i -> add("SM" + i, TO));
        IntStream.range(3, 5).forEach(i -> add("SM" + i, "+15005550101"));

        assertThat(book.newestFirst(TO, message -> true, null, 10).messages())
                .extracting(SimulatedMessage::sid)
                .containsExactly("SM2");
        add("SM5", "+15005550101");
        assertThat(book.newestFirst(TO, message -> true, null, 10).messages()).isEmpty();
        assertThat(book.forgotten()).isEqualTo(3);
    }

    @Test
    void goesOnFromACursorAndNeverBackBeforeAReset() {
        IntStream.range(0, 3).forEach(i -> add("SM" + i, TO));
        assertThat(book.oldestFirst(0, 2)).extracting(BookEntry::place).containsExactly(0L, 1L);
        assertThat(book.oldestFirst(2, 2)).extracting(BookEntry::place).containsExactly(2L);

        assertThat(book.clear()).hasSize(3);
        add("SM3", TO);

        assertThat(book.oldestFirst(0, 10)).extracting(BookEntry::place).containsExactly(3L);
        assertThat(book.newestFirst(TO, message -> true, null, 10).messages()).hasSize(1);
        assertThat(book.find("SM0")).isEmpty();
        assertThat(book.forgotten()).isZero();
    }

    private void add(String sid, String to) {
        book.add(new BookEntry(message(sid, to), Fault.NONE));
    }

    private static SimulatedMessage message(String sid, String to) {
        return new SimulatedMessage(
                sid,
                "AC0",
                to,
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
