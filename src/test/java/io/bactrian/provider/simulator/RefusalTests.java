package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.bactrian.provider.twilio.TwilioAccount;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Every way in which Twilio says no. */
@SimulatorTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalTests {

    private static final String OK_FROM = "+15005550006";
    private static final String OK_TO = "+15005550101";

    @Autowired
    private TwilioAccount account;

    @Autowired
    private TestRestTemplate http;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"+15005550001,21212", "+15005550007,21606", "+15005550008,21611", "+15005550010,21606"})
    void refusesEachMagicSender(String from, int code) {
        assertThat(codeFor(from, OK_TO)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550001,21211",
        "+15005550002,21612",
        "+15005550003,21408",
        "+15005550004,21610",
        "+15005550009,21614"
    })
    void refusesEachMagicRecipient(String to, int code) {
        assertThat(codeFor(OK_FROM, to)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0", "36001", "-1", "1.5", "soon"})
    void refusesAValidityThatTwilioDoesNotKnow(String seconds) {
        ResponseEntity<JsonNode> answer = post(form(OK_TO, OK_FROM, "hello", "ValidityPeriod", seconds));
        assertThat(answer.getBody().get("code").asInt()).isEqualTo(21624);
    }

    @ParameterizedTest
    @CsvSource({
        "'',+15005550006,hello,,21604",
        "5551234567,+15005550006,hello,,21211",
        "+15005550101,'',hello,,21603",
        "+15005550101,+15005550006,'',,21602",
        "+15005550101,+15005550006,hello,not a url,21609",
        "+15005550101,+15005550006,hello,https://under_score.test/x,21609"
    })
    void refusesAnIncompleteMessage(String to, String from, String body, String callback, int code) {
        ResponseEntity<JsonNode> answer = post(form(to, from, body, "StatusCallback", callback));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().get("code").asInt()).isEqualTo(code);
    }

    @Test
    void refusesATextOfMoreThan1600Characters() {
        assertThat(post(form(OK_TO, OK_FROM, "a".repeat(1601)))
                        .getBody()
                        .get("code")
                        .asInt())
                .isEqualTo(21617);
        assertThat(post(form(OK_TO, OK_FROM, "a".repeat(1600))).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void wordsAnErrorAsTwilioDoes() {
        JsonNode error = post(form("+15005550001", OK_FROM, "hello")).getBody();

        assertThat(error.get("code").isInt()).isTrue();
        assertThat(error.get("message").asText())
                .isEqualTo("The 'To' number +15005550001 is not a valid phone number.");
        assertThat(error.get("more_info").asText()).isEqualTo("https://www.twilio.com/docs/errors/21211");
        assertThat(error.get("status").asInt()).isEqualTo(400);
        assertThat(error.size()).isEqualTo(4);
    }

    @Test
    void refusesWrongCredentialsAndEachTokenButTheFirst() {
        for (String token :
                List.of("wrong", account.accountSid(), account.authTokens().get(0) + "x")) {
            ResponseEntity<JsonNode> answer = http.withBasicAuth(account.accountSid(), token)
                    .getForEntity(path(account.accountSid(), "Messages.json"), JsonNode.class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(answer.getBody().get("code").asInt()).isEqualTo(20003);
        }
        assertThat(http.postForEntity(path(account.accountSid(), "Messages.json"), null, JsonNode.class)
                        .getBody()
                        .get("code")
                        .asInt())
                .isEqualTo(20003);
    }

    @Test
    void knowsNoOtherAccountAndNoOtherMessage() {
        String unknown = "Messages/SM00000000000000000000000000000000.json";
        for (String path : List.of(
                path("AC99999999999999999999999999999999", "Messages.json"), path(account.accountSid(), unknown))) {
            ResponseEntity<JsonNode> answer = authorized().getForEntity(path, JsonNode.class);
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(answer.getBody().get("code").asInt()).isEqualTo(20404);
        }
    }

    @Test
    void cancelsNothingThatIsAlreadyOnItsWay() {
        String sid = post(form(OK_TO, OK_FROM, "hello")).getBody().get("sid").asText();
        MultiValueMap<String, String> cancel = new LinkedMultiValueMap<>(Map.of("Status", List.of("canceled")));

        JsonNode error = authorized()
                .postForObject(path(account.accountSid(), "Messages/" + sid + ".json"), cancel, JsonNode.class);

        assertThat(error.get("code").asInt()).isEqualTo(30409);
    }

    @ParameterizedTest
    @CsvSource({"DateSent>,soon", "PageSize,many", "PageToken,x", "DateSent,2026-13-01"})
    void refusesAFilterThatItCannotRead(String name, String value) {
        JsonNode error = authorized()
                .getForObject(
                        path(account.accountSid(), "Messages.json") + "?{name}={value}", JsonNode.class, name, value);

        assertThat(error.get("code").asInt()).isEqualTo(20001);
    }

    @Test
    void namesTheNumberInTheAnswerAndInNoLog(CapturedOutput output) {
        post(form("+15005550002", OK_FROM, "a text for nobody else"));

        assertThat(output.getAll()).contains("/Messages.json", "TwilioError[21612]");
        assertThat(output.getAll()).doesNotContain("5005550002", "5005550006", "nobody else");
    }

    private Integer codeFor(String from, String to) {
        ApiException refused = Assertions.catchThrowableOfType(
                ApiException.class, () -> Message.creator(new PhoneNumber(to), new PhoneNumber(from), "hello")
                        .create(SdkClient.of(account, port)));
        assertThat(refused.getStatusCode()).isEqualTo(400);
        return refused.getCode();
    }

    private ResponseEntity<JsonNode> post(MultiValueMap<String, String> form) {
        return authorized().postForEntity(path(account.accountSid(), "Messages.json"), form, JsonNode.class);
    }

    private TestRestTemplate authorized() {
        return http.withBasicAuth(account.accountSid(), account.authTokens().get(0));
    }

    private static String path(String sid, String rest) {
        return "/simulator/2010-04-01/Accounts/" + sid + "/" + rest;
    }

    private static MultiValueMap<String, String> form(String to, String from, String body, String... more) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("To", to);
        form.add("From", from);
        form.add("Body", body);
        if (more.length == 2 && more[1] != null) {
            form.add(more[0], more[1]);
        }
        return form;
    }
}
