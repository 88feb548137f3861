package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.twilio.rest.api.v2010.account.Message;
import io.bactrian.provider.twilio.TwilioAccount;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.yaml.snakeyaml.Yaml;

/** Every kind of answer keeps to what Twilio publishes of it. */
@SimulatorTest
class PublishedContractTests {

    private static final Path PUBLISHED = Path.of("src/test/resources/twilio/messages-openapi.yaml");
    private static final String SERVICE = "MG" + "0".repeat(31) + "1";
    private static final String TO = "+15005550141";

    private final String published = Files.readString(PUBLISHED, StandardCharsets.UTF_8);
    private final OpenApiInteractionValidator contract = OpenApiInteractionValidator.createForInlineApiSpecification(
                    published)
            .build();

    @Autowired
    private TwilioAccount account;

    @Autowired
    private TestRestTemplate http;

    @LocalServerPort
    private int port;

    private TwilioCalls twilio;

    PublishedContractTests() throws IOException {}

    @BeforeEach
    void connects() {
        twilio = new TwilioCalls(account, port);
    }

    @AfterEach
    void behaves() {
        http.delete("/simulator/faults");
    }

    /** The SDK is made from what Twilio publishes, so whoever copied a field wrongly would be found out here. */
    @Test
    @SuppressWarnings("unchecked")
    void isWrittenDownHereAsTwiliosOwnLibraryHasIt() {
        Map<String, Object> document = new Yaml().load(published);
        Map<String, Object> properties =
                (Map<String, Object>) at(document, "components", "schemas", "Message", "properties");
        List<String> statuses = (List<String>) at(properties, "status", "enum");
        List<String> directions = (List<String>) at(properties, "direction", "enum");

        assertThat(properties.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Message.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getName)
                        .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(statuses)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Message.Status.values())
                        .map(Object::toString)
                        .toList());
        assertThat(directions)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Message.Direction.values())
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void holdsForAMessageInEachOfItsStates() {
        for (String text : List.of("hello", "SIMULATE 30003", "SIMULATE 21610", "")) {
            Map<String, String> form = text.isEmpty()
                    ? Map.of("To", TO, "From", "+15005550006", "MediaUrl", "https://media.test.invalid/1")
                    : Map.of("To", TO, "MessagingServiceSid", SERVICE, "Body", text);
            HttpResponse<String> created = keeps(twilio.send(form).join());
            assertThat(created.statusCode()).isEqualTo(201);
            String sid = created.body().replaceFirst("(?s).*\"sid\":\"(\\w+)\".*", "$1");
            await().until(() ->
                    keeps(twilio.fetch(sid)).body().matches("(?s).*\"status\":\"(delivered|undelivered|failed)\".*"));
        }
    }

    @Test
    void doesNotHoldForJustAnything() {
        SimpleResponse answer = SimpleResponse.Builder.status(201)
                .withContentType("application/json")
                .withBody("{\"sid\":\"SM1\"}")
                .build();

        assertThat(contract.validateResponse("/2010-04-01/Accounts/AC0/Messages.json", Request.Method.POST, answer)
                        .getMessages())
                .extracting(ValidationReport.Message::getMessage)
                .anyMatch(complaint -> complaint.contains("account_sid"))
                .anyMatch(complaint -> complaint.contains("SM1"));
    }

    @Test
    void holdsForPages() {
        for (int i = 0; i < 3; i++) {
            twilio.send(TO, "hello", null).join();
        }
        assertThat(keeps(twilio.list(TO, "&PageSize=2")).body()).contains("PageToken=");
        assertThat(keeps(twilio.list("+15005550142")).body()).contains("\"messages\":[]");
    }

    @Test
    void holdsForACancellation() {
        Map<String, String> later = Map.of(
                "To", TO, "MessagingServiceSid", SERVICE, "Body", "x", "ScheduleType", "fixed", "SendAt", tomorrow());
        String sid = keeps(twilio.send(later).join()).body().replaceFirst("(?s).*\"sid\":\"(\\w+)\".*", "$1");

        assertThat(keeps(twilio.update(sid, "Status=canceled")).body()).contains("\"canceled\"");
        assertThat(keeps(twilio.update(sid, "Status=canceled")).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'refuse':1,'codes':[21610]",
                "'refuse':1,'codes':[63038]",
                "'busy':1",
                "'unauthorized':1",
                "'forbidden':1",
                "'failAfter':1",
                "'slow':1,'delay':'5ms','refuse':1"
            })
    void holdsForErrors(String plan) {
        String json = ("{'create':{" + plan + "},'list':{'fail':1}}").replace('\'', '"');
        http.exchange(
                RequestEntity.put("/simulator/faults")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json),
                Void.class);

        assertThat(keeps(twilio.send(TO, "hello", null).join()).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(keeps(twilio.list(TO)).statusCode()).isEqualTo(500);
        assertThat(keeps(twilio.fetch("SM" + "0".repeat(32))).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> keeps(HttpResponse<String> answer) {
        SimpleResponse response = new SimpleResponse.Builder(answer.statusCode())
                .withContentType(answer.headers().firstValue("Content-Type").orElse(null))
                .withBody(answer.body())
                .build();
        String path = answer.request().uri().getPath().substring("/simulator".length());
        ValidationReport report = contract.validateResponse(
                path, Request.Method.valueOf(answer.request().method()), response);
        assertThat(report.getMessages()).as("%s %s", answer.statusCode(), path).isEmpty();
        return answer;
    }

    private static String tomorrow() {
        return Instant.now().plus(Duration.ofDays(1)).toString();
    }

    private static Object at(Map<String, Object> document, String... path) {
        Object value = document;
        for (String step : path) {
            value = ((Map<?, ?>) value).get(step);
        }
        return value;
    }
}
