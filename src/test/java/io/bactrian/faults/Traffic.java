package io.bactrian.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What people and programs want of the gateways, spread over the length of a scenario. */
final class Traffic implements AutoCloseable {

    private static final double DOUBLED = 0.06;
    private static final List<String> PRIORITIES = List.of("urgent", "high", "normal", "low");
    private static final List<String> PREFERENCES = List.of("respond-async", "wait=1", "wait=3");

    private final Scenario scenario;
    private final Client client;
    private final Accepted accepted = new Accepted();
    private int planned;
    private final ScheduledThreadPoolExecutor callers;

    Traffic(Scenario scenario, Client client) {
        this.scenario = scenario;
        this.client = client;
        this.callers = new ScheduledThreadPoolExecutor(scenario.callers());
    }

    Accepted accepted() {
        return accepted;
    }

    /** Puts the known senders into the directory. */
    void register() {
        ExecutorService registrars = Executors.newFixedThreadPool(scenario.callers());
        try {
            List<CompletableFuture<Void>> places = IntStream.range(0, scenario.texts())
                    .filter(Traffic::isKnown)
                    .mapToObj(person -> CompletableFuture.runAsync(() -> register(person), registrars))
                    .toList();
            places.forEach(CompletableFuture::join);
        } finally {
            registrars.shutdownNow();
        }
    }

    private void register(int person) {
        await("a place in the directory")
                .atMost(scenario.patience())
                .pollDelay(Duration.ZERO)
                .until(() -> isRegistered(person));
    }

    /**
     * Seven of ten. Everybody texts once: two acknowledgments that are alike to the letter, to one person, are told apart
     * by nothing in the provider's list (decision 0006).
     */
    private static boolean isKnown(int person) {
        return person % 10 < 7;
    }

    private boolean isRegistered(int person) {
        try {
            Map<String, String> user = Map.of("phoneNumber", Numbers.registered(person), "name", "Person " + person);
            int status = client.post("/api/users", user).statusCode();
            return status == 201 || status == 409;
        } catch (IOException e) {
            return false;
        }
    }

    /** Has everything happen in its time. Returns at once. */
    void begin() {
        Dice dice = scenario.dice("traffic");
        for (int i = 0; i < scenario.texts(); i++) {
            planText(i, dice);
        }
        for (int i = 0; i < scenario.sends(); i++) {
            later(send(i, dice), when(i, scenario.sends()));
        }
    }

    private void planText(int number, Dice dice) {
        String from = isKnown(number) ? Numbers.registered(number) : Numbers.stranger(number);
        String sid = "SM%032x".formatted(scenario.seed() * 1_000_000 + number);
        Text text = new Text(client, accepted, sid, from, Numbers.text(number));
        Duration at = when(number, scenario.texts());
        later(text, at);
        if (dice.chance(DOUBLED)) {
            // half of the doubles at the same instant, the others seconds later
            later(text.again(), dice.chance(0.5) ? at : at.plus(dice.between(Duration.ZERO, Duration.ofSeconds(4))));
        }
    }

    private Send send(int number, Dice dice) {
        Map<String, String> request = new HashMap<>(Map.of(
                "to", Numbers.recipient(number),
                "body", Numbers.text(number),
                "priority", dice.one(PRIORITIES)));
        if (dice.chance(0.1)) {
            request.put(
                    "sendAt", Instant.now().plus(scenario.length().dividedBy(2)).toString());
        }
        return new Send(client, accepted, request, dice.one(PREFERENCES));
    }

    private Duration when(int number, int of) {
        return scenario.length().multipliedBy(number).dividedBy(of);
    }

    /** At its time, or when a caller is free: where nobody answers, the traffic waits. */
    private void later(Runnable call, Duration after) {
        planned++;
        callers.schedule(call, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How much of it is over, from 0 to 1. */
    double progress() {
        return (double) callers.getCompletedTaskCount() / planned;
    }

    /** Waits until everybody has had an answer or has given up. */
    void finish() {
        await("the end of the traffic")
                .atMost(scenario.length().plus(scenario.patience()))
                .until(() -> progress() == 1);
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }
}
