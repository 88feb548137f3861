package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.api.ApiClient.Reply;
import io.bactrian.provider.twilio.FakeTwilio;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** It is the second of January 2026, four minutes past three in UTC, past four in Oslo, and past ten in New York. */
@ApiTest
class ScheduledTests {

    private static final String OSLO = "+4722334455";
    private static final String SYDNEY = "+61293744000";

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FakeTwilio twilio;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-05T09:00:00+01:00                      |               | 2026-01-05T08:00:00Z",
                "2026-01-05T09:00[Europe/Oslo]                  |               | 2026-01-05T08:00:00Z",
                "2026-01-05T09:00:00+01:00[Europe/Oslo]         |               | 2026-01-05T08:00:00Z",
                "2026-01-05T09:00:00                            | Europe/Oslo   | 2026-01-05T08:00:00Z",
                "2026-01-05T09:00:00                            | recipient     | 2026-01-05T08:00:00Z",
                "2026-01-05T09:00:00[America/New_York]          | Europe/Oslo   | 2026-01-05T14:00:00Z",
                "2026-03-29T02:30:00                            | Europe/Oslo   | 2026-03-29T01:30:00Z"
            })
    void takesATimeByItsOffsetOrByTheClockOfAPlace(String sendAt, String timeZone, String expected) {
        String zone = timeZone == null ? "" : ", \"timeZone\": \"" + timeZone + "\"";
        JsonNode answer = send(OSLO, ", \"sendAt\": \"" + sendAt + "\"" + zone).json();
        assertThat(answer.at("/waiting/reason").asText()).isEqualTo("scheduled");
        JsonNode status = status(answer);
        assertThat(status.get("sendAt").asText()).isEqualTo(expected);
        assertThat(status.get("nextAttemptAt").asText()).isEqualTo(expected);
        assertThat(status.at("/waiting/until").asText()).isEqualTo(expected);
    }

    @Test
    void aTimeThatHasJustPassedMeansNow() {
        assertThat(send(WorldAround.TAKEN, ", \"sendAt\": \"2026-01-01T04:00:00Z\"")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"'\"PT1H\"', 2026-01-05T09:00:00Z", "90, 2026-01-05T08:01:30Z", "'\"P1DT1S\"', 2026-01-06T08:00:01Z"})
    void isValidFromTheTimeAtWhichItWasWanted(String validFor, String until) {
        String later = ", \"sendAt\": \"2026-01-05T08:00:00Z\", \"validFor\": " + validFor;
        assertThat(status(send(OSLO, later).json()).get("validUntil").asText()).isEqualTo(until);
    }

    @Test
    void twilioIsToldHowLongItMayTakeWhereThatIsLessThanItsOwnLimit() {
        send(WorldAround.TAKEN, ", \"validFor\": 90");
        assertThat(lastForm()).contains("ValidityPeriod=90&");
        send(WorldAround.TAKEN, "");
        assertThat(lastForm()).doesNotContain("ValidityPeriod");
    }

    private String lastForm() {
        return twilio.calls().stream()
                .filter(call -> call.method().equals("POST"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .body();
    }

    @Test
    void isValidForTwoDaysWhereNobodySaysOtherwise() {
        assertThat(status(send(WorldAround.TAKEN, "").json()).get("validUntil").asText())
                .isEqualTo("2026-01-04T03:04:05Z");
    }

    @Test
    void aSingleMessageWaitsForTheMorningOnlyWhereItIsAskedTo() {
        assertThat(send(OSLO, "").status()).isEqualTo(200);
        Reply reply = send(OSLO, ", \"quietHours\": true");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().at("/waiting/reason").asText()).isEqualTo("quiet-hours");
        JsonNode status = status(reply.json());
        assertThat(status.at("/waiting/until").asText()).isEqualTo("2026-01-02T07:00:00Z");
        assertThat(status.at("/waiting/explanation").asText()).contains("quiet hours");
        assertThat(status.get("nextAttemptAt").asText()).isEqualTo("2026-01-02T07:00:00Z");
    }

    @Test
    void aBatchWaitsForTheMorningOfEachUnlessItIsUrgentOrAskedNotTo() {
        String rows = String.join(
                ",",
                row(OSLO, ""),
                row(SYDNEY, ""),
                row(OSLO, ", \"priority\": \"urgent\""),
                row(OSLO, ", \"quietHours\": false"),
                row(OSLO, ", \"priority\": \"urgent\", \"quietHours\": true"),
                row(OSLO, ", \"sendAt\": \"2026-01-05T21:00:00Z\""),
                row(OSLO, ", \"validFor\": \"PT2H\""));
        JsonNode answer = api.json("POST", "/api/sms/bulk", "sms:send", "{\"messages\": [" + rows + "]}")
                .json();
        assertThat(answer.get("accepted").asInt()).isEqualTo(6);
        assertThat(answer.at("/rejected/0/index").asInt()).isEqualTo(6);
        assertThat(answer.at("/rejected/0/field").asText()).isEqualTo("validFor");
        String id = answer.get("batchId").asText().replace("batch-", "msg-");
        assertThat(due(id + "-0")).isEqualTo("2026-01-02T07:00:00Z");
        assertThat(due(id + "-4")).isEqualTo("2026-01-02T07:00:00Z");
        assertThat(due(id + "-5")).isEqualTo("2026-01-06T07:00:00Z");
        for (int row : new int[] {1, 2, 3}) {
            Awaitility.await().untilAsserted(() -> assertThat(
                            status(id + "-" + row).get("status").asText())
                    .isEqualTo("sent"));
        }
    }

    @Test
    void whatHoldsForTheWholeBatchHoldsForRowsThatSayNothing() {
        String all = ", \"sendAt\": \"2026-01-05T09:00\", \"timeZone\": \"recipient\", \"validFor\": 60,"
                + " \"quietHours\": false}";
        String rows = row(OSLO, "") + "," + row(SYDNEY, ", \"validFor\": \"PT2M\"");
        String id = api.json("POST", "/api/sms/bulk", "sms:send", "{\"messages\": [" + rows + "]" + all)
                .json()
                .get("batchId")
                .asText()
                .replace("batch-", "msg-");
        assertThat(due(id + "-0")).isEqualTo("2026-01-05T08:00:00Z");
        assertThat(due(id + "-1")).isEqualTo("2026-01-04T22:00:00Z");
        assertThat(status(id + "-0").get("validUntil").asText()).isEqualTo("2026-01-05T08:01:00Z");
        assertThat(status(id + "-1").get("validUntil").asText()).isEqualTo("2026-01-04T22:02:00Z");
    }

    @Test
    void whatIsClaimedInQuietHoursWaitsForTheirEnd() {
        String id = send(OSLO, ", \"quietHours\": true").json().get("id").asText();
        jdbc.sql("update communications set next_attempt_at = created_at where message_id = ?")
                .param(id)
                .update();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(status(id).get("attempts").asInt()).isOne());
        Awaitility.await().untilAsserted(() -> assertThat(due(id)).isEqualTo("2026-01-02T07:00:00Z"));
        JsonNode status = status(id);
        assertThat(status.get("status").asText()).isEqualTo("queued");
        assertThat(status.get("refusals").asInt()).isZero();
        assertThat(status.at("/waiting/reason").asText()).isEqualTo("quiet-hours");
    }

    @Test
    void whatIsNotValidAnyMoreFailsWithinSeconds() {
        String id = send(OSLO, ", \"sendAt\": \"2026-01-05T08:00:00Z\", \"validFor\": 60")
                .json()
                .get("id")
                .asText();
        jdbc.sql("update communications set valid_until = created_at where message_id = ?")
                .param(id)
                .update();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(status(id).get("status").asText()).isEqualTo("failed"));
        assertThat(status(id).get("errorCode").asText()).isEqualTo("expired");
        assertThat(status(id).get("errorMessage").asText()).contains("valid");
        assertThat(status(id).has("waiting")).isFalse();
    }

    private String due(String id) {
        return status(id).path("nextAttemptAt").asText();
    }

    private JsonNode status(JsonNode answer) {
        return status(answer.get("id").asText());
    }

    private JsonNode status(String id) {
        return api.get("/api/sms/status/" + id, "sms:read").json();
    }

    private static String row(String to, String more) {
        return "{\"to\": \"%s\", \"body\": \"good morning\"%s}".formatted(to, more);
    }

    private Reply send(String to, String more) {
        return api.json("POST", "/api/sms/send", "sms:send", row(to, more));
    }
}
