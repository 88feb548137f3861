package io.bactrian.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What tenants want sent: seven of ten messages by calls for a hundred, the others one by one. */
final class Mailing implements AutoCloseable {

    static final List<String> TENANTS = List.of("default", "acme", "bravo", "cargo", "delta");
    static final List<String> PRIORITIES = List.of("urgent", "high", "normal", "low");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 100;
    private static final int SHORT_LIFE = 15;
    private static final Set<Integer> DONE = Set.of(200, 202, 422);

    private final Scenario scenario;
    private final Client client;
    private final Accepted accepted = new Accepted();
    private final Set<String> mayExpire = ConcurrentHashMap.newKeySet();
    private final AtomicInteger planned = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();
    private final ScheduledExecutorService callers;

    Mailing(Scenario scenario, Client client) {
        this.scenario = scenario;
        this.client = client;
        this.callers = Executors.newScheduledThreadPool(scenario.callers());
    }

    Accepted accepted() {
        return accepted;
    }

    /** The ids of the messages that are worth sending for some seconds only. */
    Set<String> mayExpire() {
        return mayExpire;
    }

    /** Has it all asked for over two thirds of the length, so that the last of it meets the faults too. Returns at once. */
    void begin() {
        int each = scenario.sends() / TENANTS.size();
        for (int tenant = 0; tenant < TENANTS.size(); tenant++) {
            int first = tenant * each;
            int singles = each * 3 / 10;
            for (int n = 0; n < singles; n++) {
                plan(TENANTS.get(tenant), first + n, 1, (double) n / singles);
            }
            for (int n = singles; n < each; n += ROWS) {
                plan(TENANTS.get(tenant), first + n, Math.min(ROWS, each - n), (double) n / each);
            }
        }
    }

    private void plan(String tenant, int first, int count, double when) {
        planned.incrementAndGet();
        long after = (long) (scenario.length().toMillis() * when * 2 / 3);
        callers.schedule(() -> ask(tenant, first, count), after, TimeUnit.MILLISECONDS);
    }

    /** Under a key of its own, until it is answered: asked twice, it is done once. */
    private void ask(String tenant, int first, int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int n = first; n < first + count; n++) {
            rows.add(row(n));
        }
        boolean single = count == 1;
        String path = single ? "/api/sms/send" : "/api/sms/bulk";
        Object body = single ? rows.get(0) : Map.of("messages", rows, "quietHours", false);
        String key = "outbound-" + scenario.seed() + "-" + first;
        while (!isAnswered(tenant, path, body, key, rows)) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        over.incrementAndGet();
    }

    private Map<String, Object> row(int number) {
        Map<String, Object> row = new HashMap<>();
        row.put("to", Numbers.recipient(number));
        row.put("body", Numbers.text(number));
        row.put("priority", PRIORITIES.get(number % PRIORITIES.size()));
        if (number % 10 == 3) {
            row.put("validFor", SHORT_LIFE);
        } else if (number % 10 == 6) {
            row.put("sendAt", Instant.now().plus(scenario.length().dividedBy(2)).toString());
        }
        return row;
    }

    private boolean isAnswered(String tenant, String path, Object body, String key, List<Map<String, Object>> rows) {
        try {
            HttpResponse<String> answer =
                    client.as(tenant).postJson(path, body, "Idempotency-Key", key, "Prefer", "respond-async");
            accepted.count(path + " " + answer.statusCode());
            boolean done = DONE.contains(answer.statusCode());
            if (done) {
                keep(JSON.readTree(answer.body()), rows);
            }
            return done;
        } catch (IOException e) {
            accepted.count(path + " unanswered");
            return false;
        }
    }

    private void keep(JsonNode answer, List<Map<String, Object>> rows) {
        if (!answer.path("rejected").isEmpty()) {
            throw new IllegalStateException(
                    "rows are rejected: " + answer.get("rejected").get(0));
        }
        String batch = answer.path("batchId").asText().replace("batch-", "msg-");
        for (int n = 0; n < rows.size(); n++) {
            String id = batch.isEmpty() ? answer.path("id").asText() : batch + "-" + n;
            accepted.send(id);
            if (rows.get(n).containsKey("validFor")) {
                mayExpire.add(id);
            }
        }
    }

    double progress() {
        return (double) over.get() / planned.get();
    }

    void finish() {
        await("the answers to all calls")
                .atMost(scenario.length().plus(scenario.patience()))
                .until(() -> over.get() == planned.get());
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
