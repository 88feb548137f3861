package io.bactrian.component.firestore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.cloud.firestore.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class ConsumerTests extends FirestoreRoutes {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Semaphore steps = new Semaphore(0);

    @Test
    void pollsEveryDocumentAgainAndAgain() throws Exception {
        write(600);

        consume("google-firestore:users?initialDelay=0&delay=100", true);

        await().atMost(20, SECONDS).until(() -> told.size() > 1200);
        assertThat(List.copyOf(told).subList(0, 600)).doesNotHaveDuplicates().contains("null 0 0", "null 599 599");
    }

    @Test
    void pollsWhatItsFilterLetsThrough() throws Exception {
        user("a").set(Map.of("status", "queued", "n", 1)).get();
        user("b").set(Map.of("status", "sent", "n", 2)).get();
        user("c").set(Map.of("status", "queued", "n", 3)).get();

        consume("google-firestore:users?initialDelay=0&repeatCount=1&queryField=status&queryValue=queued", true);

        await().atMost(10, SECONDS).until(() -> told.size() == 2);
        assertThat(told).containsExactly("null a 1", "null c 3");
    }

    @Test
    void keepsPollingAfterARouteThatFails() throws Exception {
        user("a").set(Map.of("n", 1)).get();
        steps.release(1_000_000);
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("google-firestore:users?initialDelay=0&delay=10")
                        .process(ConsumerTests.this::keep)
                        .throwException(IllegalStateException.class, "no");
            }
        });

        await().atMost(10, SECONDS).until(() -> told.size() > 2);
    }

    @Test
    void tellsChangesAsTheyHappen() throws Exception {
        user("a").set(Map.of("n", 1)).get();
        consume("google-firestore:users?realtimeUpdates=true", true);
        await().atMost(10, SECONDS).until(() -> told.size() == 1);

        user("b").set(Map.of("n", 2)).get();
        await().atMost(10, SECONDS).until(() -> told.size() == 2);
        user("a").update(Map.of("n", 3)).get();
        await().atMost(10, SECONDS).until(() -> told.size() == 3);
        user("b").delete().get();
        await().atMost(10, SECONDS).until(() -> told.size() == 4);

        assertThat(told).containsExactly("ADDED a 1", "ADDED b 2", "MODIFIED a 3", "REMOVED b 2");
    }

    @Test
    void tellsADocumentThatChangesOftenOnceToASlowRoute() throws Exception {
        consume("google-firestore:users?realtimeUpdates=true", false);
        user("a").set(Map.of("n", 0)).get();
        await().atMost(10, SECONDS).until(steps::hasQueuedThreads);

        for (int n = 1; n <= 50; n++) {
            user("b").set(Map.of("n", n)).get();
        }
        user("c").set(Map.of("n", 1)).get();
        user("c").delete().get();
        user("d").set(Map.of("n", 1)).get();
        user("e").set(Map.of("n", 1)).get();
        // Changes come in order, so three wait only when c has gone again.
        awaitWaiting(3);
        steps.release(100);

        await().atMost(10, SECONDS).until(() -> told.size() == 4);
        assertThat(told).containsExactly("ADDED a 0", "ADDED b 50", "ADDED d 1", "ADDED e 1");
    }

    @Test
    void pausesForASlowRouteAndMissesNothing() throws Exception {
        consume("google-firestore:users?realtimeUpdates=true&maxPendingChanges=10", false);
        user("first").set(Map.of("n", 0)).get();
        await().atMost(10, SECONDS).until(steps::hasQueuedThreads);

        for (int n = 0; n < 60; n++) {
            user("u" + n).set(Map.of("n", n)).get();
        }
        steps.release(1000);

        await().atMost(20, SECONDS).until(() -> told.size() >= 61);
        user("last").set(Map.of("n", 0)).get();
        await().atMost(10, SECONDS).until(() -> told.contains("ADDED last 0"));
        assertThat(told).hasSize(62).doesNotHaveDuplicates();
    }

    @Test
    void listensToWhatItsFilterLetsThrough() throws Exception {
        consume("google-firestore:users?realtimeUpdates=true&queryField=status&queryValue=queued", true);
        user("a").set(Map.of("status", "queued", "n", 1)).get();
        user("b").set(Map.of("status", "sent", "n", 2)).get();
        await().atMost(10, SECONDS).until(() -> told.contains("ADDED a 1"));
        user("a").update(Map.of("status", "sent")).get();

        await().atMost(10, SECONDS).until(() -> told.contains("REMOVED a 1"));
        assertThat(told).noneMatch(change -> change.contains(" b "));
    }

    @Test
    void stopsTellingWithItsRoute() throws Exception {
        consume("google-firestore:users?realtimeUpdates=true", true);
        user("a").set(Map.of("n", 1)).get();
        await().atMost(10, SECONDS).until(() -> told.size() == 1);

        camel.getRouteController().stopRoute("consumer");
        user("b").set(Map.of("n", 2)).get();
        camel.getRouteController().startRoute("consumer");

        await().atMost(10, SECONDS).until(() -> told.size() == 3);
        assertThat(told).containsExactly("ADDED a 1", "ADDED a 1", "ADDED b 2");
    }

    /** @param free false where each document waits for a step */
    private void consume(String uri, boolean free) throws Exception {
        steps.release(free ? 1_000_000 : 0);
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("consumer").process(ConsumerTests.this::keep);
            }
        });
    }

    private void keep(Exchange exchange) throws Exception {
        steps.acquire();
        told.add(String.join(
                " ",
                String.valueOf(exchange.getMessage().getHeader(GoogleFirestoreConstants.CHANGE_TYPE)),
                exchange.getMessage().getHeader(GoogleFirestoreConstants.RESPONSE_DOCUMENT_ID, String.class),
                String.valueOf(exchange.getMessage().getBody(Map.class).get("n"))));
    }

    private void awaitWaiting(int changes) {
        GoogleFirestoreListener listener =
                (GoogleFirestoreListener) camel.getRoute("consumer").getConsumer();
        await().atMost(10, SECONDS).until(() -> listener.waiting() == changes);
    }

    private void write(int documents) throws Exception {
        WriteBatch batch = firestore.batch();
        for (int n = 0; n < documents; n++) {
            batch.set(user(String.valueOf(n)), Map.of("n", n));
        }
        batch.commit().get();
        assertThat(new ArrayList<>(told)).isEmpty();
    }
}
