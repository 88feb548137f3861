package io.bactrian.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The stand-in for Twilio: told how to behave, and asked what it really took. */
final class Simulator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Simulator(int port) {
        this.url = Settings.PUBLIC + port + "/simulator";
    }

    /** A page of what it accepted, with its counters. */
    JsonNode truth(String query) throws IOException {
        return JSON.readTree(send(request("/truth" + query)).body());
    }

    /** One of its counters. */
    int counter(String name) throws IOException {
        return truth("?limit=1").get("counters").get(name).asInt();
    }

    /** Begins a plan of faults, in JSON. */
    void putFaults(String plan) throws IOException {
        HttpResponse<String> answer = send(
                request("/faults").header("Content-Type", "application/json").PUT(BodyPublishers.ofString(plan)));
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException("the plan is refused: " + answer.body());
        }
    }

    void endFaults() throws IOException {
        send(request("/faults").DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
