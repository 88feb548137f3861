package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** The calls by which faults begin and end. */
@SimulatorTest
class FaultControlTests {

    @Autowired
    private TestRestTemplate http;

    @AfterEach
    void behaves() {
        http.delete("/simulator/faults");
    }

    @Test
    void isPoliteUntilToldOtherwise() {
        JsonNode plan = http.getForObject("/simulator/faults", JsonNode.class);

        assertThat(plan.at("/create/failAfter").asDouble(-1)).isZero();
        assertThat(plan.at("/create/codes/0").asInt()).isEqualTo(21610);
        assertThat(plan.at("/create/hang").asText()).isEqualTo("30000ms");
    }

    @Test
    void beginsAPlanShowsItAndEndsIt() {
        ResponseEntity<JsonNode> begun = put("{\"create\":{\"slow\":1,\"delay\":\"5ms\"}}");

        assertThat(begun.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(begun.getBody().get("seed").isIntegralNumber()).isTrue();
        assertThat(http.getForObject("/simulator/faults", JsonNode.class)).isEqualTo(begun.getBody());

        assertThat(http.exchange("/simulator/faults", HttpMethod.DELETE, null, Void.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(http.getForObject("/simulator/faults", JsonNode.class)
                        .at("/create/slow")
                        .asDouble())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'create':{'busy':1.5}}; create.busy",
                "{'create':{'busy':-0.1}}; create.busy",
                "{'create':{'busy':'NaN'}}; create.busy",
                "{'create':{'busy':'much'}}; create.busy",
                "{'create':{'hang':'long'}}; create.hang",
                "{'create':{'hang':'11m'}}; create.hang",
                "{'create':{'codes':[]}}; create.codes",
                "{'create':{'codes':[7]}}; create.codes[0]",
                "{'create':{'busy':0.6,'failAfter':0.6}}; create",
                "{'callbacks':{'lose':0.6,'twice':0.6}}; callbacks",
                "{'list':{'fail':0.6,'busy':0.6}}; list",
                "{'delivery':{'fail':2}}; delivery.fail",
                "{'create':{'explode':1}}; create.explode",
                "{'create':[]}; create",
                "{'seed':'x'}; seed",
                "[]; ''",
                "{; ''",
                "null; ''"
            })
    void refusesAPlanThatCannotBeAndNamesTheField(String plan, String field) {
        put("{\"seed\":7}");

        ResponseEntity<JsonNode> refused = put(plan.replace('\'', '"'));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused.getBody().at("/errors/0/field").asText("none")).isEqualTo(field);
        assertThat(refused.getBody().at("/errors/0/message").asText()).isNotBlank();
        assertThat(http.getForObject("/simulator/faults", JsonNode.class)
                        .get("seed")
                        .asInt())
                .isEqualTo(7);
    }

    private ResponseEntity<JsonNode> put(String plan) {
        return http.exchange(
                RequestEntity.put("/simulator/faults")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(plan),
                JsonNode.class);
    }
}
