package io.bactrian.edits;

import io.bactrian.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A hundred edits, good ones and broken ones, while texts come in as fast as they are answered. */
public final class LiveEditsBenchmark {

    private static final long LATEST_NS = 120_000_000_000L;
    private static final String RECEIVE = "inbound/receive-message.camel.yaml";
    private static final List<String> EDITED = List.of(
            RECEIVE,
            "provider/twilio/receive-from-twilio.camel.yaml",
            "outbound/deliver-message.camel.yaml",
            "store/sql/find-user.camel.yaml",
            "outbound/dispatch-every-second.camel.yaml",
            "inbound/acknowledge-sender.camel.yaml",
            "api/list-outgoing.camel.yaml");

    private final Path folder;
    private final Gateway gateway;
    private final RouteEdits edits;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicLong failed = new AtomicLong();
    private final List<Long> goodMs = new ArrayList<>();
    private final List<Long> brokenMs = new ArrayList<>();
    private volatile boolean over;
    private int late;

    private LiveEditsBenchmark(Path folder, Gateway gateway) {
        this.folder = folder;
        this.gateway = gateway;
        this.edits = gateway.bean(RouteEdits.class);
    }

    /** @param args how many edits, how many callers at one time */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("live-edits-routes");
        Path data = Files.createTempDirectory("live-edits-data");
        LiveEditTests.copyRoutes(folder);
        boolean good;
        try (Gateway gateway = Gateway.start(
                data,
                "sms.routes-dir=" + folder,
                "logging.level.root=error",
                "logging.level.io.bactrian=error",
                "sms.guard.answers=100000000",
                "sms.guard.same-text=100000000")) {
            LiveEditsBenchmark run = new LiveEditsBenchmark(folder, gateway);
            good = run.run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run(int count, int callers) throws Exception {
        List<Thread> traffic = IntStream.range(0, callers)
                .mapToObj(i -> new Thread(this::text))
                .toList();
        traffic.forEach(caller -> {
            caller.setDaemon(true);
            caller.start();
        });
        waitUntil(() -> sent.get() > 100);
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            edit(i);
        }
        long tookNs = System.nanoTime() - began;
        over = true;
        for (Thread caller : traffic) {
            caller.join();
        }
        return report(count, callers, tookNs);
    }

    private void text() {
        while (!over) {
            try {
                String sid = "SM" + "%032x".formatted(sent.incrementAndGet());
                int status = gateway.postSigned("/webhooks/twilio/incoming", Gateway.text(sid, "+15005550100", "Hello"))
                        .statusCode();
                if (status != 200) {
                    failed.incrementAndGet();
                }
            } catch (RuntimeException e) {
                failed.incrementAndGet();
            }
        }
    }

    private void edit(int i) throws IOException {
        switch (i % 10) {
            case 3 -> added(i);
            case 6 -> renamed(i - 3);
            case 9 -> deleted(i - 6);
            case 1, 4, 7 -> broken(BrokenEdit.values()[(i / 10 * 3 + i % 10 / 3) % BrokenEdit.values().length]);
            default -> good(EDITED.get(i % EDITED.size()), i);
        }
    }

    private void good(String path, int i) throws IOException {
        String text = Files.readString(folder.resolve(path));
        String edited = text.replaceFirst("(?m)^    description: .*$", "    description: As of edit " + i);
        if (path.contains("dispatch-every-second")) {
            // Its entrance changes too.
            edited = edited.replaceFirst("repeatInterval: \\d+", "repeatInterval: " + (900 + i));
        }
        String next = edited;
        measure(goodMs, () -> Files.writeString(folder.resolve(path), next), () -> edits.rows().stream()
                .anyMatch(row -> ("As of edit " + i).equals(row.description())));
    }

    private void broken(BrokenEdit edit) throws IOException {
        String text = Files.readString(folder.resolve(RECEIVE));
        measure(brokenMs, () -> Files.writeString(folder.resolve(RECEIVE), edit.of(text)), () -> isRefused(edit));
        measure(new ArrayList<>(), () -> Files.writeString(folder.resolve(RECEIVE), text), () -> edits.refusals()
                .isEmpty());
    }

    private boolean isRefused(BrokenEdit edit) {
        return edits.refusals().toString().contains(edit.said());
    }

    private void added(int i) throws IOException {
        measure(
                goodMs,
                () -> Files.writeString(file("added", i), LiveEditTests.hello("added-" + i)),
                () -> is("added-" + i));
    }

    private void renamed(int i) throws IOException {
        measure(
                goodMs,
                () -> {
                    Files.writeString(file("renamed", i), LiveEditTests.hello("renamed-" + i));
                    Files.delete(file("added", i));
                },
                () -> is("renamed-" + i) && !is("added-" + i));
    }

    private void deleted(int i) throws IOException {
        measure(goodMs, () -> Files.delete(file("renamed", i)), () -> !is("renamed-" + i));
    }

    private Path file(String name, int i) {
        return folder.resolve("inbound/" + name + "-" + i + ".camel.yaml");
    }

    private boolean is(String id) {
        return edits.rows().stream().anyMatch(row -> row.id().equals(id));
    }

    private interface Deed {
        void run() throws IOException;
    }

    private void measure(List<Long> times, Deed deed, BooleanSupplier effect) throws IOException {
        long began = System.nanoTime();
        deed.run();
        waitUntil(effect);
        long ms = (System.nanoTime() - began) / 1_000_000;
        times.add(ms);
        late += ms > 2000 ? 1 : 0;
    }

    private static void waitUntil(BooleanSupplier seen) {
        long end = System.nanoTime() + LATEST_NS;
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("an edit had no effect in two minutes");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private boolean report(int count, int callers, long tookNs) {
        waitUntil(() -> waiting() == 0);
        int logged = gateway.count("select count(*) from communications where direction = 'inbound'");
        int answered = gateway.count(
                "select count(*) from communications where direction = 'outbound' and status in ('sent', 'delivered')");
        System.out.printf("%nedits            %d, of these %d broken%n", count, brokenMs.size());
        System.out.printf("callers          %d for %.1f s%n", callers, tookNs / 1e9);
        System.out.printf("requests         %d%nfailures         %d%n", sent.get(), failed.get());
        System.out.printf("logged           %d%nacknowledged     %d%n", logged, answered);
        print("good: effect", goodMs);
        print("broken: refused", brokenMs);
        System.out.printf("later than 2 s   %d%n", late);
        return failed.get() == 0 && logged == sent.get() && answered == sent.get() && late == 0;
    }

    private int waiting() {
        return gateway.count(
                "select count(*) from communications where direction = 'outbound' and status in ('queued', 'sending')");
    }

    private static void print(String what, List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        System.out.printf(
                "%-16s p50 %d ms, max %d ms%n", what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
