package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls through Twilio's adapter: its route files, camel-twilio, our client, a real connection. */
class TwilioCallProviderTests {

    private static final String ACCOUNT = "AC" + "0".repeat(32);
    private static final String SID = "CA" + "a".repeat(32);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final HttpHandler TAKES =
            FakeTwilio.answering(201, "{\"sid\":\"" + SID + "\",\"date_created\":\"Fri, 20 Nov 2026 12:00:01 +0000\"}");

    private FakeTwilio twilio;
    private CamelContext camel;

    @AfterEach
    void close() {
        camel.stop();
        twilio.close();
    }

    @Test
    void aTextIsSaidAndEveryStateIsAskedFor() throws Exception {
        start(TAKES, "+15005550001");
        Receipt receipt = place(call("Grüße & <more>", List.of())).getMessage().getBody(Receipt.class);
        assertThat(receipt).isEqualTo(new Receipt("twilio", SID, null, NOON.plusSeconds(1)));
        FakeTwilio.Call created = twilio.calls().get(0);
        assertThat(created.target()).endsWith("/2010-04-01/Accounts/" + ACCOUNT + "/Calls.json");
        assertThat(FakeTwilio.parameter(created, "To")).isEqualTo("+15005550100");
        assertThat(FakeTwilio.parameter(created, "From")).isEqualTo("+15005550001");
        assertThat(FakeTwilio.parameter(created, "Twiml"))
                .isEqualTo("<Response><Say>Grüße &amp; &lt;more&gt;</Say></Response>");
        assertThat(FakeTwilio.parameter(created, "Url")).isNull();
        assertThat(FakeTwilio.parameter(created, "StatusCallback"))
                .isEqualTo("https://gateway.example/webhooks/twilio/calls/c1#rc=5&rp=all");
        assertThat(Arrays.stream(created.body().split("&")).filter(pair -> pair.startsWith("StatusCallbackEvent=")))
                .containsExactlyInAnyOrder(
                        "StatusCallbackEvent=initiated",
                        "StatusCallbackEvent=ringing",
                        "StatusCallbackEvent=answered",
                        "StatusCallbackEvent=completed");
    }

    @Test
    void aUrlIsGivenInPlaceOfAText() throws Exception {
        start(TAKES, "+15005550001");
        place(call("", List.of("https://calls.example/lift.xml?a=1&b=2")));
        assertThat(FakeTwilio.parameter(twilio.calls().get(0), "Url"))
                .isEqualTo("https://calls.example/lift.xml?a=1&b=2");
        assertThat(FakeTwilio.parameter(twilio.calls().get(0), "Twiml")).isNull();
    }

    @Test
    void aTextCannotSteerTheCall() throws Exception {
        start(TAKES, "+15005550001");
        String text = "x)&from=RAW(+15005550999)&To=+15005550999 ${header.x} {{sms.store}}";
        place(call(text, List.of()));
        assertThat(FakeTwilio.parameter(twilio.calls().get(0), "To")).isEqualTo("+15005550100");
        assertThat(FakeTwilio.parameter(twilio.calls().get(0), "Twiml")).contains("${header.x} {{sms.store}}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21217, REJECTED",
        "400, 21210, REJECTED",
        "401, 20003, CONFIGURATION",
        "429, 20429, NOT_SENT",
        "500, 20500, UNKNOWN",
        "503, 20503, UNKNOWN"
    })
    void aRefusalIsNamedAndNotTriedAgain(int status, int code, Failure failure) throws Exception {
        String error = "{\"code\":%d,\"status\":%d,\"message\":\"+15005550100 is wrong\"}".formatted(code, status);
        start(FakeTwilio.answering(status, error, "Retry-After", "7"), "+15005550001");
        ProviderException thrown = refused(call("a secret", List.of()));
        assertThat(thrown.failure()).isEqualTo(failure);
        assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(thrown.getMessage()).isNotBlank().doesNotContain("5550100", "secret");
        assertThat(twilio.calls()).hasSize(1);
    }

    @Test
    void afterACutConnectionNobodyKnows() throws Exception {
        start(HttpExchange::close, "+15005550001");
        assertThat(refused(call("hello", List.of())).failure()).isEqualTo(Failure.UNKNOWN);
        assertThat(twilio.calls()).hasSize(1);
    }

    @Test
    void whatNeverReachedTwilioWasNotPlaced() throws Exception {
        start(TAKES, "+15005550001");
        twilio.close();
        assertThat(refused(call("hello", List.of())).failure()).isEqualTo(Failure.NOT_SENT);
    }

    /** A short code, or a messaging service alone, can text: the texts must not wait for what calls lack. */
    @Test
    void aCallWithoutANumberToComeFromIsRefusedByItself() throws Exception {
        start(TAKES, "24680");
        ProviderException refused = refused(call("hello", List.of()));
        assertThat(refused.failure()).isEqualTo(Failure.REJECTED);
        assertThat(refused.code()).isEqualTo("21213");
        assertThat(twilio.calls()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCallWhoseAnswerWasLostIsFoundByRecipientSenderAndTime() throws Exception {
        start(FakeTwilio.answering(200, LISTED), "+15005550001");
        List<Receipt> found = camel.createProducerTemplate()
                .requestBody("direct:find-via-twilio", call("hello", List.of()), List.class);
        assertThat(found).extracting(Receipt::providerMessageId).containsExactly(SID);
        assertThat(twilio.calls().get(0).target())
                .contains("/Calls.json?", "To=%2B15005550100", "From=%2B15005550001")
                .doesNotContain("StartTime");
    }

    /** Ours, which waits to be dialled; one of the day before; one that came in; a leg of another call. */
    private static final String LISTED =
            """
            {"calls": [
              {"sid": "%s", "to": "+15005550100", "status": "queued", "direction": "outbound-api",
               "date_created": "Fri, 20 Nov 2026 12:00:01 +0000"},
              {"sid": "CAold", "to": "+15005550100", "direction": "outbound-api",
               "date_created": "Thu, 19 Nov 2026 12:00:01 +0000"},
              {"sid": "CAin", "to": "+15005550100", "direction": "inbound",
               "date_created": "Fri, 20 Nov 2026 12:00:01 +0000"},
              {"sid": "CAleg", "to": "+15005550100", "direction": "outbound-dial",
               "date_created": "Fri, 20 Nov 2026 12:00:01 +0000"}
            ], "next_page_uri": null}
            """
                    .formatted(SID);

    @Test
    void whatBecameOfACallCanBeAsked() throws Exception {
        start(
                exchange -> FakeTwilio.answering(
                                exchange.getRequestURI().getPath().endsWith("/Calls/" + SID + ".json") ? 200 : 404,
                                "{\"sid\":\"" + SID + "\",\"status\":\"busy\"}")
                        .handle(exchange),
                "+15005550001");
        DeliveryReport report = fetched(SID);
        assertThat(report.messageId()).isEqualTo("c1");
        assertThat(report.status()).isEqualTo(MessageStatus.UNDELIVERED);
        assertThat(report.errorCode()).isEqualTo("busy");
        assertThat(fetched("CAnobody")).isNull();
    }

    private DeliveryReport fetched(String sid) {
        OutgoingMessage taken = Calls.taken(call("hello", List.of()), sid);
        return camel.createProducerTemplate().requestBody("direct:fetch-via-twilio", taken, DeliveryReport.class);
    }

    private void start(HttpHandler answer, String sender) throws Exception {
        twilio = new FakeTwilio(answer);
        TwilioSettings settings = new TwilioSettings(
                ACCOUNT, List.of("token"), sender, "", twilio.url().toString(), SOON, SOON);
        camel = TwilioProviderTests.camel(
                new TwilioAccount(settings, List.of("twilio"), "https://gateway.example", OptionalInt::empty),
                settings);
    }

    private Exchange place(OutgoingMessage call) {
        return camel.createProducerTemplate()
                .request("direct:call-via-twilio", in -> in.getMessage().setBody(call));
    }

    private ProviderException refused(OutgoingMessage call) {
        Exception failure = place(call).getException();
        assertThat(failure).isInstanceOf(ProviderException.class).hasNoCause();
        return (ProviderException) failure;
    }

    private static OutgoingMessage call(String say, List<String> url) {
        Draft draft = new Draft(
                "c1",
                new PhoneNumber("+15005550100"),
                null,
                Channel.VOICE,
                say,
                url,
                Kind.API,
                Priority.NORMAL,
                null,
                null,
                null,
                "default");
        return OutgoingMessage.queued(draft, NOON);
    }
}
