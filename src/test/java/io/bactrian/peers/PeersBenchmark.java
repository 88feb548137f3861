package io.bactrian.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** See {@code benchmark/peers/README.md}. */
public final class PeersBenchmark {

    private static final double WARM_UP = 16;

    private PeersBenchmark() {}

    /** Rounds, seconds of each load, and Java homes for our jar; the first is what the others are held against. */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        double seconds = Double.parseDouble(args[1]);
        Path folder = Files.createTempDirectory(Path.of("target"), "peers-");
        List<Peer> peers = new ArrayList<>();
        boolean whole = true;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
                Provider provider = new Provider()) {
            Medians medians = new Medians();
            Scenarios scenarios = new Scenarios(provider, medians, seconds);
            try {
                start(peers, new Peers(server, provider, folder), args);
                for (Peer peer : peers) {
                    medians.add("ready, s", peer.name(), peer.readyAfter());
                    scenarios.warmUp(peer, WARM_UP);
                }
                for (int round = 1; round <= rounds; round++) {
                    System.out.println("round " + round);
                    round(scenarios, peers);
                }
                for (Peer peer : peers) {
                    medians.add("resident memory, MiB", peer.name(), peer.memory());
                    whole &= scenarios.isWhole(peer);
                }
            } finally {
                peers.forEach(Peer::close);
            }
            medians.print(peers.get(0).name());
        }
        System.exit(whole ? 0 : 1);
    }

    private static void start(List<Peer> peers, Peers all, String[] args) throws Exception {
        for (int i = 2; i < args.length; i++) {
            Path home = Path.of(args[i]);
            peers.add(all.gateway("Bactrian, " + home.getFileName(), home, List.of()));
        }
        peers.add(all.express(1));
        peers.add(all.express(2));
        if (System.getenv("PATH")
                .lines()
                .flatMap(path -> java.util.Arrays.stream(path.split(":")))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "gunicorn")))) {
            peers.add(all.flask(2));
        } else {
            System.out.println("no gunicorn on the PATH: Flask is not measured");
        }
    }

    /** Everybody in turn, so that what the machine does meanwhile hits all alike. */
    private static void round(Scenarios scenarios, List<Peer> peers) throws Exception {
        for (Peer peer : peers) {
            scenarios.unknown(peer);
        }
        for (Peer peer : peers) {
            scenarios.acknowledged(peer, 0);
        }
        for (Peer peer : peers) {
            scenarios.acknowledged(peer, 50);
        }
        for (Peer peer : peers) {
            scenarios.sends(peer);
        }
        for (Peer peer : peers) {
            scenarios.bulk(peer, 0);
            scenarios.bulk(peer, 50);
        }
        for (Peer peer : peers) {
            scenarios.queue(peer);
        }
    }
}
