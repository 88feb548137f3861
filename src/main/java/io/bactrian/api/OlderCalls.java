package io.bactrian.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bactrian.web.FieldError;
import io.bactrian.web.Refused;
import io.bactrian.web.RowErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Bodies as older gateways take them, put into the words of today's calls. They keep to the contract, which knows the
 * older words too; here is what it cannot say, that each thing is said in one word only.
 */
@Component
public class OlderCalls {

    private static final String MESSAGES = "messages";

    /** Each name of today with the older ones, best known first. */
    private static final Map<String, List<String>> NAMES =
            Map.of("to", List.of("phoneNumber"), "body", List.of("messageContent", "message"));

    private final ObjectMapper json;

    OlderCalls(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The body of {@code POST /api/sms/send}.
     *
     * @throws Refused where the text is missing, or something is said twice
     */
    public String send(String older) throws JsonProcessingException {
        ObjectNode message = (ObjectNode) json.readTree(older);
        error(message).ifPresent(error -> {
            throw Refused.invalid(error.field(), error.message());
        });
        rename(message);
        return json.writeValueAsString(message);
    }

    /** The body of {@code POST /api/sms/bulk}; rows that are no good stay as they are. */
    public String bulk(String older) throws JsonProcessingException {
        ObjectNode bulk = (ObjectNode) json.readTree(older);
        for (JsonNode row : bulk.get(MESSAGES)) {
            if (row instanceof ObjectNode message && error(message).isEmpty()) {
                rename(message);
            }
        }
        return json.writeValueAsString(bulk);
    }

    /** What is wrong with single rows: what the contract found, and what only this finds. */
    public RowErrors rowErrors(String older, RowErrors found) throws JsonProcessingException {
        Map<Integer, FieldError> all = new HashMap<>(found.byRow());
        JsonNode rows = json.readTree(older).get(MESSAGES);
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index) instanceof ObjectNode message) {
                int row = index;
                error(message).ifPresent(error -> all.putIfAbsent(row, error));
            }
        }
        return new RowErrors(all);
    }

    private static Optional<FieldError> error(ObjectNode message) {
        for (String name : NAMES.keySet()) {
            List<String> given = given(message, name);
            if (given.size() > 1) {
                return Optional.of(new FieldError(given.get(1), "cannot be given beside " + given.get(0)));
            }
        }
        return given(message, "body").isEmpty()
                ? Optional.of(new FieldError("messageContent", "or message or body is required"))
                : Optional.empty();
    }

    /** The names under which something is given. */
    private static List<String> given(ObjectNode message, String name) {
        return Stream.concat(Stream.of(name), NAMES.get(name).stream())
                .filter(message::has)
                .toList();
    }

    private static void rename(ObjectNode message) {
        NAMES.forEach((name, olderNames) -> olderNames.stream()
                .filter(message::has)
                .forEach(olderName -> message.set(name, message.remove(olderName))));
    }
}
