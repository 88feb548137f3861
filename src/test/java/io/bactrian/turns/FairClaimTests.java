package io.bactrian.turns;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.MovingClock;
import io.bactrian.domain.Claim;
import io.bactrian.domain.Lane;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Priority;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairClaimTests {

    private static final String OURS = "+15005550006";
    private static final String LONG = "x".repeat(400); // three segments

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Turns turns = new Turns(Rates.rates(clock, Map.of(OURS, new BigDecimal(2))));
    private final Waiting waiting = new Waiting(turns);

    @Test
    void sevenTimesTheLoadOfAnotherDelaysNothingByMoreThanATurn() {
        waiting.queue(700, "big", "batch-1");
        waiting.queue(100, "small", null);
        List<String> order = new ArrayList<>();
        while (order.size() < 800) {
            waiting.claim(16).forEach(message -> order.add(message.tenant()));
        }
        assertThat(order.lastIndexOf("small")).isLessThanOrEqualTo(200);
        assertThat(order.subList(0, 100)).filteredOn("small"::equals).hasSize(50);
    }

    @Test
    void manyBatchesOfOneTenantCountNoMoreThanOne() {
        IntStream.range(0, 10).forEach(i -> waiting.queue(50, "big", "batch-" + i));
        waiting.queue(50, "small", null);
        assertThat(waiting.claim(20))
                .filteredOn(message -> message.tenant().equals("small"))
                .hasSize(10);
    }

    @Test
    void whatASmallLaneDoesNotNeedIsSharedAmongTheOthers() {
        waiting.queue(1, "a", null);
        waiting.queue(100, "b", null);
        waiting.queue(100, "c", null);
        List<OutgoingMessage> claimed = waiting.claim(31);
        assertThat(claimed).hasSize(31);
        assertThat(claimed).filteredOn(message -> message.tenant().equals("b")).hasSize(15);
        assertThat(claimed).extracting(OutgoingMessage::id).doesNotHaveDuplicates();
    }

    @Test
    void aSenderSendsNoMoreThanItsRateAndItsUrgentMessagesFirst() {
        waiting.queue(5, "acme", "batch-1", Priority.LOW, OURS, "hello");
        waiting.queue(1, "acme", null, Priority.URGENT, OURS, "hello");
        waiting.queue(3, "acme", null, Priority.LOW, null, "hello");
        assertThat(waiting.claim(20))
                .extracting(OutgoingMessage::priority)
                .containsExactly(Priority.URGENT, Priority.LOW, Priority.LOW, Priority.LOW, Priority.LOW);
        assertThat(waiting.claim(20)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(waiting.claim(20)).hasSize(2);
        clock.pass(Duration.ofSeconds(1));
        assertThat(waiting.claim(20)).hasSize(2);
        assertThat(waiting.claim(20)).isEmpty();
    }

    @Test
    void aMessageIsChargedBySegmentsAndALongOneIsNotOvertaken() {
        waiting.queue(1, "acme", null, Priority.HIGH, OURS, LONG);
        waiting.queue(5, "acme", null, Priority.LOW, OURS, "hello");
        assertThat(waiting.claim(20)).extracting(OutgoingMessage::priority).containsExactly(Priority.HIGH);
        clock.pass(Duration.ofMillis(400));
        assertThat(waiting.claim(20)).as("one segment is owed").isEmpty();
        clock.pass(Duration.ofMillis(600));
        assertThat(waiting.claim(20)).hasSize(1);
    }

    @Test
    void whatAnotherInstanceTookCostsNothing() {
        OutgoingMessage message = Waiting.message("m1", "acme", null, Priority.LOW, OURS, LONG);
        FairClaim claim = open();
        claim.foundAll(List.of(message));
        assertThat(claim.taken()).containsExactly(message);
        claim.lost(message);
        assertThat(claim.taken()).isEmpty();
        assertThat(claim.missing()).isEqualTo(10);
        waiting.queue(2, "acme", null, Priority.LOW, OURS, "hello");
        assertThat(waiting.claim(10)).hasSize(2);
    }

    @Test
    void aClaimThatIsTriedAgainChargesOnce() {
        FairClaim claim = open();
        List<Lane> lanes = List.of(new Lane(Lane.of(Priority.LOW, "acme", null, OURS), 1));
        OutgoingMessage message = Waiting.message("m1", "acme", null, Priority.LOW, OURS, "hello");
        for (int time = 0; time < 2; time++) {
            claim.begin(lanes);
            claim.next();
            claim.found(List.of(message));
        }
        assertThat(claim.taken()).containsExactly(message);
        waiting.queue(5, "acme", null, Priority.LOW, OURS, "hello");
        assertThat(waiting.claim(10)).hasSize(1);
    }

    @Test
    void whereThereAreMoreLanesThanOneSearchGoesThroughTheNextOneGoesOnBehindThem() {
        FairClaim claim = open();
        assertThat(claim.afterNormal()).isEqualTo("2");
        String last = Lane.of(Priority.NORMAL, "zoo", null, null);
        claim.begin(List.of(new Lane(last, claim.lanes())));
        assertThat(open().afterNormal()).isEqualTo(last);
        open().begin(List.of());
        assertThat(open().afterNormal()).isEqualTo("2");
    }

    @Test
    void comesAgainWhenTheSenderMaySendAndOneWaitIsEnough() {
        waiting.queue(9, "acme", null, Priority.LOW, OURS, "hello");
        waiting.claim(10);
        assertThat(turns.again()).isBetween(400L, 500L);
        waiting.claim(10);
        assertThat(turns.again()).as("somebody waits already").isZero();
        clock.pass(Duration.ofMillis(1600));
        waiting.claim(10);
        assertThat(turns.again()).as("whoever waited does not come").isPositive();
        turns.isOver();
        waiting.claim(10);
        assertThat(turns.again()).isPositive();
    }

    @Test
    void nobodyComesAgainWhereNothingWaits() {
        waiting.queue(2, "acme", null, Priority.LOW, OURS, "hello");
        waiting.claim(10);
        assertThat(turns.again()).isZero();
    }

    private FairClaim open() {
        return turns.open(Claim.of(10, "one", "here", clock.instant(), Duration.ofSeconds(60)));
    }
}
