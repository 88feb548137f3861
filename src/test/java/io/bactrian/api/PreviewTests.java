package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.api.ApiClient.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class PreviewTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsWhatATextTakes() throws Exception {
        assertThat(preview(Map.of("body", "{" + "a".repeat(160))).json())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"channel": "sms", "encoding": "GSM-7", "characters": 161, "tooLong": false,
                                 "units": 162, "segments": 2, "unitsLeft": 144, "maxCharacters": 1600}"""));
    }

    @Test
    void namesWhatForcedUcs2AndWhatThePlainTextWouldTake() throws Exception {
        String text = "It’s " + "a".repeat(100);
        assertThat(preview(Map.of("to", WorldAround.TAKEN, "body", text)).json())
                .isEqualTo(JSON.readTree(
                        """
                        {"channel": "sms", "encoding": "UCS-2", "characters": 105, "tooLong": false, "units": 105,
                         "segments": 2, "unitsLeft": 29, "estimatedCost": {"amount": "0.0166", "currency": "USD"},
                         "maxCharacters": 1600,
                         "forcedBy": [{"index": 2, "character": "’", "codePoint": "U+2019",
                                       "name": "RIGHT SINGLE QUOTATION MARK", "replacement": "'"}],
                         "plain": {"body": "It's %s", "encoding": "GSM-7", "characters": 105, "tooLong": false,
                                   "units": 105, "segments": 1, "unitsLeft": 55,
                                   "estimatedCost": {"amount": "0.0083", "currency": "USD"}}}"""
                                .formatted("a".repeat(100))));
    }

    @Test
    void hasNoPlainTextWhereNothingCanBeReplaced() {
        JsonNode preview = preview(Map.of("body", "👍👍")).json();
        assertThat(preview.get("forcedBy")).hasSize(2);
        assertThat(preview.at("/forcedBy/1/index").asInt()).isEqualTo(1);
        assertThat(preview.at("/forcedBy/1").has("replacement")).isFalse();
        assertThat(preview.has("plain")).isFalse();
        assertThat(preview(Map.of("body", "\u200b")).json().has("plain")).isFalse();
    }

    @Test
    void takesATextThatIsTooLongToBeSentAndSaysSo() {
        JsonNode preview = preview(Map.of("body", "👍".repeat(1601))).json();
        assertThat(preview.get("tooLong").asBoolean()).isTrue();
        assertThat(preview.get("characters").asInt()).isEqualTo(1601);
        assertThat(preview.get("forcedBy")).hasSize(1601);
        assertThat(preview(Map.of("body", "👍".repeat(1600)))
                        .json()
                        .get("tooLong")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void takesAnMmsAsOne() throws Exception {
        String media = "https://example.org/a.png";
        assertThat(preview(Map.of("to", WorldAround.TAKEN, "body", "ж".repeat(200), "mediaUrl", media))
                        .json())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"channel": "mms", "characters": 200, "tooLong": false, "segments": 1,
                                 "estimatedCost": {"amount": "0.02", "currency": "USD"}, "maxCharacters": 1600}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | body     | {'to': '+15005550006'}",
                "400 | body     | {'body': ''}",
                "400 | colour   | {'body': 'x', 'colour': 'red'}",
                "400 | userId   | {'body': 'x', 'userId': 'a/b'}",
                "400 | from     | {'body': 'x', 'from': 'no/15005550006'}",
                "400 | mediaUrl | {'body': 'x', 'mediaUrl': 'file:///15005550006'}",
                "422 | to       | {'body': 'x', 'to': '5550006'}",
                "422 | body     | {'body': 'a\\u0000b'}",
                "422 | body     | {'body': 'a\\ud83d'}",
            })
    void refusesWhatACallToSendWouldRefuse(int status, String field, String body) {
        Reply reply = api.json("POST", "/api/sms/preview", "sms:send", body.replace('\'', '"'));
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.raw().body()).doesNotContain("5550006");
    }

    @Test
    void keepsAndLogsNothing(CapturedOutput output) {
        int before = messages();
        preview(Map.of("to", "+15005550177", "from", "+15005550009", "body", "secret wörds’"));
        assertThat(messages()).isEqualTo(before);
        assertThat(output.getAll()).doesNotContain("secret", "5550177", "5550009");
    }

    private int messages() {
        return jdbc.sql("select count(*) from communications")
                .query(Integer.class)
                .single();
    }

    private Reply preview(Map<String, String> request) {
        Reply reply = api.json(
                "POST",
                "/api/sms/preview",
                "sms:send",
                JSON.valueToTree(request).toString());
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(200);
        return reply;
    }
}
