package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpHandler;
import io.bactrian.Bactrian;
import io.bactrian.doctor.Diagnosis;
import io.bactrian.doctor.Setup;
import io.bactrian.doctor.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the doctor says of an account at Twilio that is set up wrongly, and of one that is not. */
class TwilioExaminationTests {

    private static final String ACCOUNT = "AC" + "0".repeat(32);
    private static final String SERVICE = "MG" + "0".repeat(32);
    private static final String NUMBER = "PN" + "0".repeat(32);
    private static final String SENDER = "+15005550006";
    private static final String TOKEN = "the-token-of-the-account";
    private static final String OURS = "https://gateway.example/sms/webhooks/twilio/incoming";
    private static final String RETRIES = "#rc=5&rp=all";

    private final Map<String, HttpHandler> answers = new LinkedHashMap<>();
    private final Map<String, Object> settings = new HashMap<>();
    private Clock clock = Clock.systemUTC();
    private FakeTwilio twilio;

    @BeforeEach
    void start() throws IOException {
        twilio = new FakeTwilio(exchange -> {
            String path = exchange.getRequestURI().getPath();
            answers.entrySet().stream()
                    .filter(answer -> path.endsWith(answer.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .handle(exchange);
        });
        settings.putAll(Map.of(
                "sms.providers",
                "twilio",
                "sms.public-url",
                "https://gateway.example/sms/",
                "twilio.account-sid",
                ACCOUNT,
                "twilio.auth-token",
                TOKEN,
                "twilio.phone-number",
                SENDER,
                "twilio.base-url",
                twilio.url().toString()));
        answer("/Accounts/" + ACCOUNT + ".json", "{\"sid\":\"" + ACCOUNT + "\",\"status\":\"active\"}");
        number(OURS + RETRIES, "POST", "");
    }

    @AfterEach
    void close() {
        twilio.close();
    }

    @Test
    void allIsRightAndNothingIsSent() {
        assertThat(examine())
                .extracting(Diagnosis::part, Diagnosis::verdict)
                .containsExactly(
                        tuple("twilio account", Verdict.RIGHT),
                        tuple("twilio sender", Verdict.RIGHT),
                        tuple("twilio calls", Verdict.RIGHT),
                        tuple("clock", Verdict.RIGHT),
                        tuple("webhook", Verdict.RIGHT));
        assertThat(twilio.calls()).isNotEmpty().allSatisfy(call -> assertThat(call.method())
                .isEqualTo("GET"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', POST, posts texts nowhere",
        "https://demo.twilio.com/welcome/sms/reply, POST, to another host (demo.twilio.com)",
        "http://gateway.example/sms/webhooks/twilio/incoming, POST, by http and not by https",
        "https://gateway.example:8443/sms/webhooks/twilio/incoming, POST, to another port",
        "https://gateway.example/sms/webhooks/twilio/incoming/, POST, a slash at the end",
        "https://gateway.example/webhooks/twilio/incoming, POST, to another path",
        "https://gateway.example/sms/webhooks/twilio/incoming, GET, by GET and not by POST"
    })
    void tellsHowTheWebhookOfANumberIsOff(String url, String method, String says) {
        number(url, method, "");
        Diagnosis found = webhook();
        assertThat(found.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(found.says()).startsWith("the number").contains(says);
        assertThat(found.mend()).contains(OURS + RETRIES + " with HTTP POST");
    }

    @ParameterizedTest
    @CsvSource({
        "https://gateway.example:443/sms/webhooks/twilio/incoming",
        "https://GATEWAY.example/sms/webhooks/twilio/incoming",
        "https://gateway.example/sms/api/real/webhooks/twilio/incoming"
    })
    void takesWhatMeansTheSame(String url) {
        number(url + RETRIES, "POST", "");
        assertThat(webhook().verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void advisesRetries() {
        number(OURS, "POST", "");
        assertThat(webhook().verdict()).isEqualTo(Verdict.ADVICE);
        assertThat(webhook().mend()).contains(RETRIES);
    }

    @Test
    void findsAnApplicationThatGoesBeforeTheUrl() {
        number(OURS + RETRIES, "POST", "AP" + "0".repeat(32));
        assertThat(webhook().says()).contains("a TwiML application");
    }

    @Test
    void asksTheServiceForItsNumbersWhereItAnswersForThem() {
        service(OURS + RETRIES, false, NUMBER);
        number("https://elsewhere.example/", "POST", "");
        assertThat(webhook())
                .isEqualTo(Diagnosis.right("webhook", "the messaging service posts texts here, and tries again"));
        service("", false, NUMBER);
        assertThat(webhook().says()).isEqualTo("the messaging service posts texts nowhere");
    }

    @Test
    void asksTheNumbersWhereTheServiceLeavesItToThem() {
        service("", true, NUMBER);
        answer("/IncomingPhoneNumbers/" + NUMBER + ".json", numberJson("https://elsewhere.example/x", "POST", ""));
        assertThat(examine())
                .filteredOn(found -> found.verdict() == Verdict.WRONG)
                .extracting(Diagnosis::says)
                .containsExactly("the number posts texts to another host (elsewhere.example)");
    }

    @Test
    void findsAServiceWithoutNumbers() {
        service(OURS + RETRIES, false);
        assertThat(examine())
                .extracting(Diagnosis::says)
                .contains("the messaging service has no number, so nobody can text it");
    }

    @Test
    void refusedCredentialsAreWrongAndSilenceIsNotFoundOut() {
        answers.clear();
        answers.put("", FakeTwilio.answering(401, "{\"code\":20003,\"status\":401}"));
        assertThat(examine()).singleElement().satisfies(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(found.says()).isEqualTo("the credentials are refused");
            assertThat(found.mend()).contains("TWILIO_AUTH_TOKEN");
        });
        twilio.close();
        assertThat(examine()).singleElement().satisfies(found -> assertThat(found.verdict())
                .isEqualTo(Verdict.UNCHECKED));
    }

    @Test
    void findsAClockThatIsWrong() {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
        assertThat(examine())
                .filteredOn(found -> found.part().equals("clock"))
                .singleElement()
                .satisfies(found -> assertThat(found.says()).contains("behind that of Twilio"));
    }

    @Test
    void tellsWhatIsMissingAsTheStartDoes() {
        settings.put("twilio.auth-token", "");
        assertThat(examine()).singleElement().satisfies(found -> assertThat(found.says())
                .contains("TWILIO_AUTH_TOKEN"));
        assertThat(twilio.calls()).isEmpty();
    }

    @Test
    void leavesTwilioAloneWhereItIsNoProvider() {
        settings.put("sms.providers", "simulator");
        assertThat(examine()).singleElement().satisfies(found -> assertThat(found.verdict())
                .isEqualTo(Verdict.RIGHT));
        assertThat(twilio.calls()).isEmpty();
    }

    private Diagnosis webhook() {
        return examine().stream()
                .filter(found -> found.part().equals("webhook"))
                .findFirst()
                .orElseThrow();
    }

    /** Whatever is found, neither the token nor the number is told. */
    private List<Diagnosis> examine() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        List<Diagnosis> found = new TwilioExamination().examine(new Setup(Bactrian.class, environment, clock));
        assertThat(found.toString()).doesNotContain(TOKEN).doesNotContain(SENDER.substring(1));
        return found;
    }

    private void number(String url, String method, String application) {
        answer(
                "/IncomingPhoneNumbers.json",
                "{\"incoming_phone_numbers\":[" + numberJson(url, method, application) + "]}");
    }

    private static String numberJson(String url, String method, String application) {
        return """
                {"sid":"%s","phone_number":"%s","capabilities":{"sms":true,"voice":true},
                 "sms_url":"%s","sms_method":"%s","sms_application_sid":"%s"}"""
                .formatted(NUMBER, SENDER, url, method, application);
    }

    private void service(String url, boolean numbersAnswer, String... pool) {
        settings.put("twilio.messaging-service-sid", SERVICE);
        answer(
                "/v1/Services/" + SERVICE,
                """
                {"sid":"%s","inbound_request_url":"%s","inbound_method":"POST","use_inbound_webhook_on_number":%s}"""
                        .formatted(SERVICE, url, numbersAnswer));
        List<String> members =
                List.of(pool).stream().map(sid -> "{\"sid\":\"" + sid + "\"}").toList();
        answer(
                "/v1/Services/" + SERVICE + "/PhoneNumbers",
                "{\"phone_numbers\":" + members + ",\"meta\":{\"key\":\"phone_numbers\"}}");
    }

    private void answer(String path, String body) {
        answers.put(path, FakeTwilio.answering(200, body));
    }
}
