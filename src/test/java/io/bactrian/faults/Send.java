package io.bactrian.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that sends one message through the API. Where it gets no answer it asks again, with other words: without a
 * key of its own, what it asks again is another message, and the first may have been taken all the same.
 */
final class Send implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNANSWERED = "unanswered";
    private static final Set<String> AGAIN = Set.of(UNANSWERED, "500", "503");
    private static final int TRIES = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Client client;
    private final Accepted accepted;
    private final Map<String, String> request;
    private final String preference;

    /** @param preference how long the program will wait for the provider ({@code Prefer}) */
    Send(Client client, Accepted accepted, Map<String, String> request, String preference) {
        this.client = client;
        this.accepted = accepted;
        this.request = request;
        this.preference = preference;
    }

    @Override
    public void run() {
        Map<String, String> words = new HashMap<>(request);
        for (int i = 0; i < TRIES; i++) {
            words.put("body", request.get("body") + " try " + i);
            String answer = post(words);
            accepted.count("send " + answer);
            if (!AGAIN.contains(answer)) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String post(Map<String, String> words) {
        try {
            HttpResponse<String> answer = client.post("/api/sms/send", words, "Prefer", preference);
            JsonNode id = JSON.readTree(answer.body()).get("id");
            if (id != null) {
                accepted.send(id.asText());
            }
            return Integer.toString(answer.statusCode());
        } catch (IOException e) {
            return UNANSWERED;
        }
    }
}
