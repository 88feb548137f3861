package io.bactrian.outbound;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.provider.twilio.FakeTwilio;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long the messages of a small tenant take, alone and beside one that queues seven times, and seventy times, as much. */
public final class FairnessBenchmark {

    private static final int SMALL = 100;
    private static final int PROVIDER_MS = 100;

    private FairnessBenchmark() {}

    public static void main(String[] args) throws Exception {
        try (FakeTwilio twilio = TenantCalls.twilioThatTakes(PROVIDER_MS);
                Gateway gateway = Gateway.start(
                        Files.createTempDirectory("benchmark-fairness"),
                        "twilio.base-url=" + twilio.url(),
                        "sms.dispatch.in-flight=16",
                        "logging.level.root=warn")) {
            String small = TenantCalls.key(gateway, "small");
            String big = TenantCalls.key(gateway, "big");
            measure("warm-up", gateway, twilio, small, big, 0, 1);
            measure("alone", gateway, twilio, small, big, 0, 2);
            measure("beside 7 times as many", gateway, twilio, small, big, 7, 3);
            measure("beside 70 times as many", gateway, twilio, small, big, 70, 4);
        }
        System.exit(0);
    }

    private static void measure(
            String what, Gateway gateway, FakeTwilio twilio, String small, String big, int times, int round) {
        int before = twilio.calls().size();
        for (int i = 0; i < times; i += 10) {
            int rows = SMALL * Math.min(10, times - i);
            TenantCalls.post(gateway, big, "/api/sms/bulk", TenantCalls.bulk("+1500555", rows, round));
        }
        Instant start = Instant.now();
        TenantCalls.post(gateway, small, "/api/sms/bulk", TenantCalls.bulk("+1212555", SMALL, round));
        int all = before + SMALL * (times + 1);
        await().atMost(Duration.ofMinutes(5)).until(() -> twilio.calls().size() == all);
        List<Double> left = twilio.calls().subList(before, all).stream()
                .filter(call -> FakeTwilio.parameter(call, "To").startsWith("+1212555"))
                .map(call ->
                        NANOSECONDS.toMillis(Duration.between(start, call.at()).toNanos()) / 1000.0)
                .sorted()
                .toList();
        System.out.printf("| %s | %.2f | %.2f | %.2f |%n", what, left.get(0), left.get(SMALL / 2), left.get(SMALL - 1));
    }
}
