package io.bactrian.component.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GathererTests {

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        open.countDown();
        worker.shutdown();
    }

    @Test
    void aLoneItemIsWorkedOnAtOnce() {
        Gatherer<Integer> gatherer = new Gatherer<>(10, 10, worker, group -> done(groups.add(group)));
        gatherer.offer(1);
        await().untilAsserted(() -> assertThat(groups).containsExactly(List.of(1)));
    }

    @Test
    void whatComesMeanwhileIsTheNextGroup() {
        Gatherer<Integer> gatherer = new Gatherer<>(100, 5, worker, this::slowly);
        gatherer.offer(0);
        await().until(() -> groups.size() == 1);
        IntStream.range(1, 8).forEach(gatherer::offer);
        open.countDown();
        await().untilAsserted(
                        () -> assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5), List.of(6, 7)));
    }

    @Test
    void tooMuchIsRefused() {
        Gatherer<Integer> gatherer = new Gatherer<>(3, 3, worker, this::slowly);
        gatherer.offer(0);
        await().until(() -> groups.size() == 1);
        assertThat(IntStream.range(1, 6).mapToObj(gatherer::offer).toList())
                .containsExactly(true, true, true, false, false);
    }

    @Test
    void nothingIsForgottenWhenManyOfferAtOnce() throws Exception {
        List<Integer> done = new CopyOnWriteArrayList<>();
        Gatherer<Integer> gatherer = new Gatherer<>(10_000, 50, worker, group -> done(done.addAll(group)));
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<java.util.concurrent.Callable<Boolean>> offers = new ArrayList<>();
        IntStream.range(0, 4_000).forEach(i -> offers.add(() -> gatherer.offer(i)));
        many.invokeAll(offers);
        many.shutdown();
        await().untilAsserted(() -> assertThat(done).hasSize(4_000).doesNotHaveDuplicates());
    }

    private static CompletionStage<Boolean> done(boolean result) {
        return CompletableFuture.completedFuture(result);
    }

    private CompletionStage<Boolean> slowly(List<Integer> group) {
        groups.add(group);
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return done(true);
    }
}
