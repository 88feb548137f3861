package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.bactrian.provider.simulator.SimulatorHouse.Gateway;
import io.bactrian.provider.simulator.SimulatorHouse.Posted;
import io.bactrian.provider.twilio.TwilioAccount;
import io.bactrian.provider.twilio.TwilioSignature;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
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
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Playing a text that comes in, against a webhook that acts like the gateway's. */
@SimulatorTest
@ExtendWith(OutputCaptureExtension.class)
class IncomingTextTests {

    private static final String SID = "SM0123456789abcdef0123456789abcdef";

    @Autowired
    private TwilioAccount account;

    @Autowired
    private Gateway gateway;

    @Autowired
    private TestRestTemplate http;

    @LocalServerPort
    private int port;

    @BeforeEach
    void forgets() {
        gateway.texts.clear();
        gateway.status = 200;
        gateway.reaction = text -> {};
    }

    @Test
    void postsTheDefaultTextInTwiliosShapeAndSignsThePublicUrl() {
        JsonNode played = play().getBody();

        Posted text = gateway.texts.remove();
        assertThat(text.signature())
                .isEqualTo(TwilioSignature.sign(
                        account.publicUrl() + "/webhooks/twilio/incoming",
                        text.form(),
                        account.authTokens().get(0)));
        assertThat(text.first("From")).isEqualTo(Simulator.DEMO_NUMBER);
        assertThat(text.first("To")).isEqualTo(account.sender().value());
        assertThat(text.first("Body")).isEqualTo("Hello, Bactrian!");
        assertThat(text.first("SmsStatus")).isEqualTo("received");
        assertThat(text.first("NumMedia")).isEqualTo("0");
        assertThat(text.first("NumSegments")).isEqualTo("1");
        assertThat(text.first("AccountSid")).isEqualTo(account.accountSid());
        assertThat(text.first("ApiVersion")).isEqualTo("2010-04-01");
        assertThat(text.form())
                .containsKeys("FromCity", "FromState", "FromZip", "FromCountry", "ToCity", "ToState", "ToZip");
        assertThat(played.get("messageSid").asText())
                .isEqualTo(text.first("MessageSid"))
                .isEqualTo(text.first("SmsSid"))
                .isEqualTo(text.first("SmsMessageSid"));
    }

    @Test
    void showsTheAcknowledgmentThatTheGatewaySendsBack() {
        gateway.reaction = text -> sendBack("thank you", "ack-" + text.first("MessageSid"));

        JsonNode played = play("Body", "hello").getBody();

        assertThat(played.at("/webhook/status").asInt()).isEqualTo(200);
        assertThat(played.at("/webhook/contentType").asText()).startsWith("text/xml");
        assertThat(played.at("/webhook/body").asText()).isEqualTo("<Response/>");
        assertThat(played.at("/acknowledgment/text").asText()).isEqualTo("thank you");
        assertThat(played.at("/acknowledgment/status").asText()).isEqualTo("queued");
        assertThat(played.at("/acknowledgment/sid").asText()).matches("SM[0-9a-f]{32}");
        assertThat(played.get("elapsedMs").isIntegralNumber()).isTrue();
        assertThat(played.toString()).doesNotContain("5005550100");
    }

    @Test
    void takesAnAnswerThatIsNoAcknowledgmentToo() {
        gateway.reaction = text -> sendBack("an answer of a route", "some-other-id");

        assertThat(play().getBody().at("/acknowledgment/text").asText()).isEqualTo("an answer of a route");
    }

    @Test
    void playsADuplicateAndDoesNotTakeTheAcknowledgmentOfAnotherText() {
        gateway.reaction = text -> sendBack("thank you", "ack-SM99999999999999999999999999999999");

        JsonNode played = play("MessageSid", SID).getBody();
        play("MessageSid", SID);

        assertThat(gateway.texts).extracting(text -> text.first("MessageSid")).containsExactly(SID, SID);
        assertThat(played.has("acknowledgment")).isTrue();
        assertThat(played.get("acknowledgment").isNull()).isTrue();
        assertThat(played.get("elapsedMs").asInt()).isGreaterThanOrEqualTo(700);
    }

    @Test
    void doesNotWaitWhereTheGatewayRefuses() {
        gateway.status = 503;

        JsonNode played = play().getBody();

        assertThat(played.at("/webhook/status").asInt()).isEqualTo(503);
        assertThat(played.get("acknowledgment").isNull()).isTrue();
        assertThat(played.get("elapsedMs").asInt()).isLessThan(700);
    }

    @Test
    void playsMediaAndFieldsThatNobodyKnows() {
        play("MediaUrl0", "https://media.test.invalid/0", "NumMedia", "1", "OptOutType", "STOP", "Tomorrow", "a+b&c");

        Posted text = gateway.texts.remove();
        assertThat(text.first("MessageSid")).startsWith("MM");
        assertThat(text.first("MediaContentType0")).isEqualTo("image/jpeg");
        assertThat(text.first("Body")).isEmpty();
        assertThat(text.first("OptOutType")).isEqualTo("STOP");
        assertThat(text.first("Tomorrow")).isEqualTo("a+b&c");
    }

    @ParameterizedTest
    @CsvSource({"From,nobody", "From,''", "To,+1", "MessageSid,SM1", "NumMedia,3", "NumMedia,x"})
    void namesTheFieldThatCannotBePlayed(String field, String value) {
        ResponseEntity<JsonNode> refused = play(field, value);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused.getBody().get("field").asText()).isEqualTo(field);
        assertThat(refused.getBody().get("detail").asText()).startsWith(field);
        assertThat(gateway.texts).isEmpty();
    }

    @Test
    void refusesABodyThatIsNoForm() {
        RequestEntity<String> json = RequestEntity.post("/simulator/incoming")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"Body\":\"hello\"}");

        assertThat(http.exchange(json, JsonNode.class).getStatusCode()).isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(gateway.texts).isEmpty();
    }

    @Test
    void readsAPlusThatWasNotEncoded() {
        RequestEntity<String> text = RequestEntity.post("/simulator/incoming")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("From=+15005550130");

        http.exchange(text, JsonNode.class);

        assertThat(gateway.texts.remove().first("From")).isEqualTo("+15005550130");
    }

    @Test
    void logsNoNumberAndNoText(CapturedOutput output) {
        gateway.reaction = text -> sendBack("a reply for nobody else", "ack-" + text.first("MessageSid"));

        play("Body", "a text for nobody else", "From", Simulator.DEMO_NUMBER);
        play("From", "+1500555013x");

        assertThat(output.getAll()).contains("/simulator/incoming");
        assertThat(output.getAll()).doesNotContain("nobody else", "5005550100", "5005550006", "500555013x");
    }

    private void sendBack(String text, String id) {
        Message.creator(new PhoneNumber(Simulator.DEMO_NUMBER), new PhoneNumber("+15005550006"), text)
                .setStatusCallback(URI.create(account.publicUrl() + "/webhooks/twilio/status/" + id + "#rc=5&rp=all"))
                .create(SdkClient.of(account, port));
    }

    private ResponseEntity<JsonNode> play(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return http.postForEntity("/simulator/incoming", form, JsonNode.class);
    }
}
