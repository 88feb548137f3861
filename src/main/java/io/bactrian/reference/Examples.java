package io.bactrian.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The examples of bodies, and how a call is made of one. */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContractTree contract;

    Examples(ContractTree contract) {
        this.contract = contract;
    }

    /**
     * @param title empty where there is one only
     * @param body JSON over several lines
     */
    record Shown(String title, String body) {}

    /** @param content the media types of a body */
    List<Shown> of(JsonNode content) {
        List<Shown> shown = new ArrayList<>();
        content.forEach(media -> {
            if (media.has("example")) {
                shown.add(new Shown("", pretty(media.get("example"))));
            }
            media.path("examples").forEach(reference -> {
                JsonNode example = contract.follow(reference);
                shown.add(new Shown(example.path("summary").asText(""), pretty(example.get("value"))));
            });
        });
        return shown;
    }

    /** The call with its first example, for a shell in which HOST and KEY are set. */
    String curl(String method, String path, boolean open, JsonNode requestBody) {
        StringBuilder curl = new StringBuilder("curl");
        if (!method.equals("GET")) {
            curl.append(" -X ").append(method);
        }
        if (!open) {
            curl.append(" -H \"X-API-Key: $KEY\"");
        }
        first(requestBody.path("content"))
                .ifPresent(body -> curl.append(" -H 'Content-Type: application/json' \\\n     -d '")
                        .append(body.replace("'", "'\\''"))
                        .append("' \\\n    "));
        return curl.append(" \"$HOST").append(path).append('"').toString();
    }

    private Optional<String> first(JsonNode content) {
        return of(content).stream().findFirst().map(shown -> {
            try {
                return JSON.readTree(shown.body()).toString();
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String pretty(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toPrettyString();
    }
}
