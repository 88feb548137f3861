package io.bactrian.store;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.turns.Rates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In which order a claim takes what is due, where more is due than is wanted. */
abstract class TurnsContract extends ExpiryContract {

    private static final PhoneNumber SLOW = new PhoneNumber(Rates.SLOW_SENDER);

    @Test
    void tenantsTakeTurnsHoweverMuchOneOfThemHasQueued() {
        one.queue(many("big", "batch-1", 40));
        one.queue(many("small", null, 3));
        List<OutgoingMessage> claimed = claim(one, 8);
        assertThat(tenants(claimed)).containsEntry("small", 3L).containsEntry("big", 5L);
        assertThat(claimed.subList(0, 4))
                .extracting(OutgoingMessage::tenant)
                .containsExactlyInAnyOrder("big", "small", "big", "small");
        assertThat(tenants(claim(one, 8))).containsExactly(Map.entry("big", 8L));
    }

    @Test
    void theBatchesOfATenantTakeTurnsAndItsSingleMessagesAreOneOfThem() {
        one.queue(many("acme", "batch-1", 20));
        one.queue(many("acme", "batch-2", 20));
        one.queue(many("acme", null, 20));
        assertThat(lanes(claim(one, 9)).values()).containsExactly(3L, 3L, 3L);
    }

    @Test
    void whoeverHasWaitedLongestIsNextAlsoWhereEachClaimTakesOne() {
        one.queue(many("big", "batch-1", 20));
        one.queue(many("big", "batch-2", 20));
        one.queue(many("small", null, 20));
        List<OutgoingMessage> claimed = new ArrayList<>();
        range(0, 8).forEach(i -> claimed.addAll(claim(one, 1)));
        assertThat(tenants(claimed)).containsEntry("small", 4L).containsEntry("big", 4L);
        assertThat(lanes(claimed)).hasSize(3).containsValues(2L, 2L, 4L);
    }

    @Test
    void turnsAreTakenAmongMessagesOfOnePriorityOnly() {
        one.queue(many("big", "batch-1", 20));
        one.queue(range(0, 6)
                .mapToObj(i -> message("u" + i, "small", null, OURS, Priority.URGENT, NOON))
                .toList());
        assertThat(claim(one, 7))
                .extracting(OutgoingMessage::tenant)
                .containsExactly("small", "small", "small", "small", "small", "small", "big");
    }

    @Test
    void whatFallsDueByTimeOrOnceMoreHasItsTurn() {
        one.queue(message("later", "small", null, OURS, Priority.NORMAL, NOON.plusSeconds(60)));
        one.queue(message("again", "other", null, OURS, Priority.NORMAL, NOON));
        one.update(refused(claim(one, 1).get(0)));
        one.queue(many("big", "batch-1", 40));
        assertThat(tenants(claim(one, 6))).containsOnlyKeys("big");
        assertThat(tenants(claimAt(one, NOON.plusSeconds(60), 6)))
                .containsEntry("small", 1L)
                .containsEntry("other", 1L)
                .containsEntry("big", 4L);
    }

    @Test
    void twoInstancesThatTakeTurnsTakeEachMessageOnce() throws Exception {
        one.queue(many("big", "batch-1", 60));
        one.queue(many("small", null, 60));
        Set<String> ids = new HashSet<>();
        for (int round = 0; round < 40 && ids.size() < 120; round++) {
            List<List<OutgoingMessage>> claims = atOnce(range(0, 4)
                    .<Callable<List<OutgoingMessage>>>mapToObj(i -> () -> claim(i % 2 == 0 ? one : two, 10))
                    .toList());
            claims.forEach(claim ->
                    claim.forEach(message -> assertThat(ids.add(message.id())).isTrue()));
        }
        assertThat(ids).hasSize(120);
    }

    @Test
    void aSenderThatIsAtItsRateHoldsUpNobodyAndItsMessagesWaitAsTheyWere() throws Exception {
        List<OutgoingMessage> queued = new ArrayList<>();
        range(0, 20).forEach(i -> queued.add(message("s" + i, "default", "batch-1", SLOW, Priority.URGENT, NOON)));
        range(0, 5).forEach(i -> queued.add(message("o" + i, "default", null, OURS, Priority.LOW, NOON)));
        one.queue(queued);
        List<OutgoingMessage> claimed = claim(one, 10);
        assertThat(claimed).filteredOn(message -> SLOW.equals(message.from())).hasSize(1);
        assertThat(claimed).filteredOn(message -> OURS.equals(message.from())).hasSize(5);
        assertThat(claim(one, 10)).isEmpty();
        String waiting = queued.stream()
                .filter(message -> SLOW.equals(message.from()) && !ids(claimed).contains(message.id()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(stored(waiting)).containsEntry("status", "queued");
        assertThat(attempts(waiting)).isEmpty();
    }

    @Test
    void aSenderThatIsAtItsRateWaitsAlsoWhereAllThatIsDueIsWanted() {
        one.queue(List.of(
                message("low", "default", null, SLOW, Priority.LOW, NOON),
                message("urgent", "default", null, SLOW, Priority.URGENT, NOON),
                message("other", "default", null, OURS, Priority.LOW, NOON)));
        assertThat(ids(claim(one, 10))).containsExactly("urgent", "other");
        assertThat(claim(one, 10)).isEmpty();
        assertThat(ids(claim(two, 10))).containsExactly("low");
    }

    private static List<OutgoingMessage> many(String tenant, String batch, int count) {
        return range(0, count)
                .mapToObj(i -> message(tenant + "-" + batch + "-" + i, tenant, batch, OURS, Priority.NORMAL, NOON))
                .toList();
    }

    private static OutgoingMessage message(
            String id, String tenant, String batch, PhoneNumber from, Priority priority, Instant due) {
        Draft draft = new Draft(
                id,
                ANN,
                from,
                Channel.SMS,
                "hello " + id,
                List.of(),
                Kind.API,
                priority,
                null,
                due.equals(NOON) ? null : due,
                "op",
                tenant);
        return OutgoingMessage.queued(draft, NOON, batch);
    }

    private static List<String> ids(List<OutgoingMessage> messages) {
        return messages.stream().map(OutgoingMessage::id).toList();
    }

    private static Map<String, Long> tenants(List<OutgoingMessage> messages) {
        return count(messages, OutgoingMessage::tenant);
    }

    private static Map<String, Long> lanes(List<OutgoingMessage> messages) {
        return count(messages, OutgoingMessage::lane);
    }

    private static Map<String, Long> count(List<OutgoingMessage> messages, Function<OutgoingMessage, String> by) {
        return messages.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }
}
