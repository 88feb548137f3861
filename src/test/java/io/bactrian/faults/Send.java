package io.bactrian.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** A program that sends one message through the API, and does not ask twice. */
final class Send implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        try {
            HttpResponse<String> answer = client.post("/api/sms/send", request, "Prefer", preference);
            accepted.count("send " + answer.statusCode());
            JsonNode id = JSON.readTree(answer.body()).get("id");
            if (id != null) {
                accepted.send(id.asText());
            }
        } catch (IOException e) {
            accepted.count("send unanswered");
        }
    }
}
