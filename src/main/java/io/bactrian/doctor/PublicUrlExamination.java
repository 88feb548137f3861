package io.bactrian.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the world meets at the public URL: whether it is trusted, and whether a gateway is behind it. */
final class PublicUrlExamination implements Examination {

    private static final String HEALTH = "/api/sms/health";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeyStore trusted;

    PublicUrlExamination() {
        this(null);
    }

    /** @param trusted whom to trust; null for whom this Java trusts */
    PublicUrlExamination(KeyStore trusted) {
        this.trusted = trusted;
    }

    @Override
    public String part() {
        return "public URL";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) throws GeneralSecurityException, InterruptedException {
        URI url = url(setup.publicUrl());
        if (url == null) {
            return List.of(Diagnosis.wrong(
                    part(), "is no URL of http or https", "Set SMS_PUBLIC_URL to what Twilio calls us by."));
        }
        if (setup.simulated()) {
            return List.of(Diagnosis.right(part(), "nobody but the simulator calls it, so it is not tried"));
        }
        List<Diagnosis> found = new ArrayList<>();
        if (url.getScheme().equalsIgnoreCase("https")) {
            found.add(new ServerCertificate(trusted, setup.clock()).of(url));
        } else {
            found.add(Diagnosis.advice(
                    part(),
                    "is plain http: numbers and texts travel where anybody can read them",
                    "Put a proxy with TLS in front, and set SMS_PUBLIC_URL and Twilio's webhooks to https."));
        }
        if (found.get(0).verdict() != Verdict.WRONG) {
            found.addAll(answer(url, setup));
        }
        return found;
    }

    private List<Diagnosis> answer(URI url, Setup setup) throws InterruptedException {
        try {
            HttpResponse<Void> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + HEALTH))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.discarding());
            String date = answer.headers().firstValue("Date").orElse(null);
            return List.of(
                    told(answer.statusCode()),
                    ClockCheck.againstHeader(
                            "who answers at the public URL", date, setup.clock().instant()));
        } catch (IOException e) {
            return List.of(nobody("nobody answers there (" + e.getClass().getSimpleName() + ")"));
        }
    }

    private Diagnosis told(int status) {
        return switch (status) {
            case 200 -> Diagnosis.right(part(), "a gateway answers there");
            case 503 ->
                Diagnosis.advice(
                        part(), "a gateway answers there that is not up (503)", "Look at its health and its log.");
            default -> nobody("no gateway answers there (HTTP " + status + ")");
        };
    }

    private Diagnosis nobody(String says) {
        return Diagnosis.unchecked(
                part(), says, "Start the gateway, and have the proxy pass paths on unchanged; then ask again.");
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            return url.getHost() != null && url.getScheme().matches("(?i)https?") ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
