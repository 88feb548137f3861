package io.bactrian.store;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.idempotency.IdempotencyKeys;
import io.bactrian.idempotency.IdempotentCall;
import io.bactrian.idempotency.KeptAnswer;
import io.bactrian.idempotency.Standing;
import io.bactrian.idempotency.Standing.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with the keys of calls. */
public abstract class KeysContract {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final KeptAnswer ANSWER = new KeptAnswer(202, "application/json", "/api/x", "{\"a\":\"ü\"}");

    private IdempotencyKeys one;
    private IdempotencyKeys two;

    /** A fresh, empty store. */
    protected abstract void empty() throws Exception;

    /** An instance's keys in that store. */
    protected abstract IdempotencyKeys keys();

    @BeforeEach
    void start() throws Exception {
        empty();
        one = keys();
        two = keys();
    }

    @Test
    void theFirstCallIsDoneAndARepeatGetsItsAnswer() {
        assertThat(one.begin(call("k1", "r", "new-1", 0))).isEqualTo(new Standing(Kind.DO, "new-1", null));
        assertThat(two.begin(call("k1", "r", "new-2", 1)).kind()).isEqualTo(Kind.UNDER_WAY);
        one.keep("k1", ANSWER);
        assertThat(two.begin(call("k1", "r", "new-3", 2))).isEqualTo(new Standing(Kind.REPLAY, null, ANSWER));
        assertThat(two.begin(call("k2", "r", "new-4", 2)).kind()).isEqualTo(Kind.DO);
    }

    @Test
    void aKeyBelongsToOneRequest() {
        one.begin(call("k1", "r", "new-1", 0));
        assertThat(two.begin(call("k1", "other", "new-2", 1)).kind()).isEqualTo(Kind.ANOTHER_REQUEST);
        one.keep("k1", ANSWER);
        assertThat(two.begin(call("k1", "other", "new-2", 1)).kind()).isEqualTo(Kind.ANOTHER_REQUEST);
        one.begin(call("k2", "r", "new-1", 0));
        assertThat(two.begin(call("k2", "other", "new-2", 61)).kind())
                .as("also where the first one is dead")
                .isEqualTo(Kind.ANOTHER_REQUEST);
    }

    @Test
    void whoeverDiedIsFollowedUnderTheSameIdByOne() {
        one.begin(call("k1", "r", "new-1", 0));
        assertThat(two.begin(call("k1", "r", "new-2", 59)).kind()).isEqualTo(Kind.UNDER_WAY);
        assertThat(two.begin(call("k1", "r", "new-3", 60))).isEqualTo(new Standing(Kind.DO, "new-1", null));
        assertThat(one.begin(call("k1", "r", "new-4", 61)).kind()).isEqualTo(Kind.UNDER_WAY);
    }

    @Test
    void whatWasReleasedIsDoneByTheNext() {
        one.begin(call("k1", "r", "new-1", 0));
        one.release("k1", NOON.plusSeconds(1));
        assertThat(two.begin(call("k1", "r", "new-2", 1))).isEqualTo(new Standing(Kind.DO, "new-1", null));
    }

    @Test
    void theFirstAnswerCounts() {
        one.begin(call("k1", "r", "new-1", 0));
        one.keep("k1", ANSWER);
        two.keep("k1", new KeptAnswer(200, "application/json", null, "{}"));
        two.release("k1", NOON);
        assertThat(two.begin(call("k1", "r", "new-2", 1)).answer()).isEqualTo(ANSWER);
    }

    @Test
    void aKeyWhoseTimeIsOverIsAsGoodAsNewAndForgotten() {
        one.begin(call("k1", "r", "new-1", 0));
        one.keep("k1", ANSWER);
        one.begin(call("k2", "r", "new-2", 0));
        one.begin(call("k3", "r", "new-3", 1));
        assertThat(two.begin(call("k1", "other", "new-4", 3600))).isEqualTo(new Standing(Kind.DO, "new-4", null));
        assertThat(one.forget(NOON.plusSeconds(3600))).isEqualTo(1);
        assertThat(one.forget(NOON.plusSeconds(3600))).isZero();
        assertThat(two.begin(call("k1", "other", "new-5", 3601)).kind()).isEqualTo(Kind.UNDER_WAY);
    }

    @Test
    void ofManyAtTheSameInstantOneIsDone() throws Exception {
        List<Callable<Standing>> calls = new ArrayList<>();
        range(0, 24).forEach(i -> calls.add(() -> (i % 2 == 0 ? one : two).begin(call("k1", "r", "new-" + i, 0))));
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        List<Standing> standings = new ArrayList<>();
        for (Future<Standing> standing : pool.invokeAll(calls)) {
            standings.add(standing.get());
        }
        pool.shutdown();
        assertThat(standings).filteredOn(standing -> standing.kind() == Kind.DO).hasSize(1);
        assertThat(standings)
                .filteredOn(standing -> standing.kind() == Kind.UNDER_WAY)
                .hasSize(23);
    }

    private static IdempotentCall call(String id, String request, String newId, int second) {
        Instant now = NOON.plusSeconds(second);
        return new IdempotentCall(id, request, newId, now, now.plusSeconds(60), now.plusSeconds(3600));
    }
}
