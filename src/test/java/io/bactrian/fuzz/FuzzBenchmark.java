package io.bactrian.fuzz;

import com.nimbusds.jwt.JWTClaimsSet;
import io.bactrian.Gateway;
import io.bactrian.api.ApiClient;
import io.bactrian.provider.twilio.TwilioAccount;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import org.awaitility.Awaitility;

/** {@code REQUESTS [SEED]}: exits with 0 only where every answer was as promised, and the gateway works on. */
public final class FuzzBenchmark {

    private static final String SECRET = "a-secret-of-the-benchmark-with-many-bytes";

    private FuzzBenchmark() {}

    public static void main(String[] args) {
        int exit = 2;
        try {
            long seed = args.length > 1 ? Long.parseLong(args[1]) : System.currentTimeMillis() % 1_000_000;
            exit = run(Integer.parseInt(args[0]), seed) ? 0 : 1;
        } catch (Exception e) {
            e.printStackTrace();
        }
        // whatever thread still lives: nothing is left to be done
        System.exit(exit);
    }

    private static boolean run(int requests, long seed) throws Exception {
        System.out.println("seed: " + seed);
        Path folder = Files.createDirectories(Path.of("target", "fuzz", String.valueOf(System.currentTimeMillis())));
        try (Gateway gateway = Gateway.start(
                folder, "sms.jwt.secret=" + SECRET, "sms.guard.answers=1000000", "sms.guard.same-text=1000000")) {
            TwilioAccount account = gateway.bean(TwilioAccount.class);
            Target target = new Target(
                    URI.create(gateway.url("/")).getPort(),
                    token(),
                    account.publicUrl(),
                    account.authTokens().get(0));
            FuzzReport report = new FuzzRun(target, seed).of(requests);
            System.out.println(report);
            System.out.println("then a message is " + sent(gateway));
            return report.findings().isEmpty();
        }
    }

    private static String token() {
        return ApiClient.token(
                SECRET,
                new JWTClaimsSet.Builder()
                        .subject("fuzz")
                        .claim("scope", ApiClient.ALL_SCOPES)
                        .expirationTime(new Date(System.currentTimeMillis()
                                + Duration.ofHours(12).toMillis()))
                        .build());
    }

    /** @throws org.awaitility.core.ConditionTimeoutException where it is not delivered */
    private static String sent(Gateway gateway) {
        String answer = Gateway.send(gateway.asOperator("/api/sms/send")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"to\": \"+15005550123\", \"body\": \"still there\"}"))
                        .build())
                .body();
        String id = answer.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> "delivered"
                .equals(gateway.stored(id).get("status")));
        return "delivered";
    }
}
