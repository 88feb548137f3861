package io.bactrian.peers;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is asked of each server, and what is written down of it. */
final class Scenarios {

    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Provider provider;
    private final Medians medians;
    private final double seconds;
    private final Map<Peer, List<Request>> answered = new HashMap<>();

    Scenarios(Provider provider, Medians medians, double seconds) {
        this.provider = provider;
        this.medians = medians;
        this.seconds = seconds;
    }

    /** Until a compiler has had its time; nothing is written down. */
    void warmUp(Peer peer, double warmUp) throws Exception {
        provider.delay(0);
        remember(peer, new Load(peer.port(), Requests::unknown, Scenarios::isOk).closed(CONNECTIONS, warmUp / 2));
        acknowledged(peer, 0, warmUp / 2, false);
        sends(peer, warmUp / 4, false);
    }

    void unknown(Peer peer) throws Exception {
        double cpu = peer.cpu();
        Load.Outcome outcome = new Load(peer.port(), Requests::unknown, Scenarios::isOk).closed(CONNECTIONS, seconds);
        remember(peer, outcome);
        medians.add("webhooks/s, unknown senders", peer.name(), outcome.rate());
        medians.add("p99 of it, ms", peer.name(), outcome.p99Ms());
        medians.add(
                "processor seconds per 1,000, unknown senders",
                peer.name(),
                (peer.cpu() - cpu) / outcome.answered().size() * 1000);
        double half = outcome.rate() / 2;
        Load.Outcome open = new Load(peer.port(), Requests::unknown, Scenarios::isOk).open(64, seconds, half);
        remember(peer, open);
        medians.add("p99 at half of its own speed, ms", peer.name(), open.p99Ms());
    }

    /** @param delayMs how long the provider takes */
    void acknowledged(Peer peer, int delayMs) throws Exception {
        acknowledged(peer, delayMs, seconds, true);
    }

    private void acknowledged(Peer peer, int delayMs, double length, boolean written) throws Exception {
        provider.delay(delayMs);
        int before = provider.accepted();
        double cpu = peer.cpu();
        long start = System.nanoTime();
        Load.Outcome outcome = new Load(peer.port(), Requests::mixed, Scenarios::isOk).closed(CONNECTIONS, length);
        remember(peer, outcome);
        int due = (int)
                outcome.answered().stream().filter(Requests::isFromRegistered).count();
        await("all acknowledgments").atMost(PATIENCE).until(() -> provider.accepted() - before >= due);
        double whole = (provider.lastAt() - start) / 1e9;
        if (written) {
            String row = "provider " + delayMs + " ms";
            medians.add("webhooks/s, 79 % acknowledged, " + row, peer.name(), outcome.rate());
            medians.add(
                    "webhooks/s until the last acknowledgment is out, " + row,
                    peer.name(),
                    outcome.answered().size() / Math.max(whole, outcome.seconds()));
            medians.add(
                    "processor seconds per 1,000 acknowledged, " + row,
                    peer.name(),
                    (peer.cpu() - cpu) / outcome.answered().size() * 1000);
        }
    }

    void sends(Peer peer) throws Exception {
        sends(peer, seconds, true);
    }

    private void sends(Peer peer, double length, boolean written) throws Exception {
        provider.delay(0);
        Load.Outcome outcome = new Load(peer.port(), Requests::send, Scenarios::isOk).closed(CONNECTIONS, length);
        if (outcome.refused() > 0) {
            throw new IllegalStateException(peer.name() + " refused " + outcome.refused() + " sends");
        }
        if (written) {
            medians.add("single sends/s, provider 0 ms", peer.name(), outcome.rate());
        }
    }

    /** A thousand in one call, until the last one is on record as sent. */
    void bulk(Peer peer, int delayMs) throws Exception {
        provider.delay(delayMs);
        int before = peer.held().sentCount();
        long start = System.nanoTime();
        post(peer, Requests.bulk(null));
        sent(peer, before + 1000);
        medians.add("bulk of 1,000, provider " + delayMs + " ms, s", peer.name(), (System.nanoTime() - start) / 1e9);
    }

    /** Ten thousand that fall due at one moment. */
    void queue(Peer peer) throws Exception {
        provider.delay(0);
        int before = peer.held().sentCount();
        Instant due = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 10; i++) {
            post(peer, Requests.bulk(due.toString()));
        }
        int accepted = provider.accepted();
        await("the first")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> provider.accepted() > accepted);
        long start = System.nanoTime();
        sent(peer, before + 10_000);
        medians.add(
                "dispatch of 10,000 that are due, messages/s",
                peer.name(),
                10_000 / ((System.nanoTime() - start) / 1e9));
    }

    private static void post(Peer peer, Request request) throws Exception {
        try (Connection connection = new Connection(peer.port())) {
            Connection.Answer answer = connection.post(request);
            if (!isOk(answer.status())) {
                throw new IllegalStateException(peer.name() + " answered " + answer.status());
            }
        }
    }

    private static void sent(Peer peer, int count) {
        await("all are sent")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> peer.held().sentCount() >= count);
    }

    private void remember(Peer peer, Load.Outcome outcome) {
        if (outcome.refused() > 0) {
            System.out.printf("  %s refused %d requests%n", peer.name(), outcome.refused());
        }
        answered.computeIfAbsent(peer, of -> new ArrayList<>()).addAll(outcome.answered());
    }

    private static boolean isOk(int status) {
        return status == 200 || status == 201 || status == 202;
    }

    /** Whether each webhook that was answered 200 is in the store, once. */
    boolean isWhole(Peer peer) throws Exception {
        List<String> ids = peer.held().ids();
        java.util.Set<String> different = new java.util.HashSet<>(ids);
        long missing = answered.getOrDefault(peer, List.of()).stream()
                .filter(request -> !different.contains(request.id()))
                .count();
        int twice = ids.size() - different.size();
        System.out.printf("%s: %d stored, %d missing, %d twice%n", peer.name(), ids.size(), missing, twice);
        return missing == 0 && twice == 0;
    }
}
