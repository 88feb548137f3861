package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.twilio.rest.api.v2010.account.Call;
import io.bactrian.provider.twilio.TwilioAccount;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;

/** Every kind of answer about calls keeps to what Twilio publishes of it. */
@SimulatorTest
class PublishedCallsTests {

    private static final Path PUBLISHED = Path.of("src/test/resources/twilio/calls-openapi.yaml");
    private static final String TO = "+15005550181";

    private final String published = Files.readString(PUBLISHED, StandardCharsets.UTF_8);
    private final OpenApiInteractionValidator contract = OpenApiInteractionValidator.createForInlineApiSpecification(
                    published)
            .build();

    @Autowired
    private TwilioAccount account;

    @LocalServerPort
    private int port;

    private TwilioCalls twilio;

    PublishedCallsTests() throws IOException {}

    @BeforeEach
    void connects() {
        twilio = new TwilioCalls(account, port);
    }

    /** The SDK is made from what Twilio publishes, so whoever copied a field wrongly would be found out here. */
    @Test
    @SuppressWarnings("unchecked")
    void isWrittenDownHereAsTwiliosOwnLibraryHasIt() {
        Map<String, Map<String, Object>> schemas = (Map<String, Map<String, Object>>) ((Map<String, Object>)
                        new Yaml().<Map<String, Object>>load(published).get("components"))
                .get("schemas");
        Map<String, Map<String, Object>> fields =
                (Map<String, Map<String, Object>>) schemas.get("Call").get("properties");
        assertThat(fields.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Call.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(field ->
                                field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                        .toList());
        assertThat((List<String>) fields.get("status").get("enum"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Call.Status.values())
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void holdsForACallInEachOfItsStates() {
        for (String to : List.of(TO, "+15005550241", "+15005550242", "+15005550243")) {
            HttpResponse<String> created =
                    keeps(twilio.call(Map.of("To", to, "From", "+15005550006", "Url", "https://calls.test/a")));
            assertThat(created.statusCode()).isEqualTo(201);
            String sid = created.body().replaceFirst("(?s).*\"sid\":\"(\\w+)\".*", "$1");
            await().until(() -> keeps(twilio.get("/Calls/" + sid + ".json"))
                    .body()
                    .matches("(?s).*\"status\":\"(completed|busy|no-answer|failed)\".*"));
        }
    }

    @Test
    void holdsForPagesAndErrors() {
        for (int i = 0; i < 3; i++) {
            twilio.call(Map.of("To", TO, "From", "+15005550006", "Twiml", "<Response/>"));
        }
        String list = "/Calls.json?To=%2B15005550181";
        HttpResponse<String> page = keeps(twilio.get(list + "&PageSize=2"));
        assertThat(page.body()).contains("PageToken=", "/Calls.json?");
        String next = page.body().replaceFirst("(?s).*\"next_page_uri\":\"[^\"]*(PageToken=PA\\d+).*", "$1");
        assertThat(keeps(twilio.get(list + "&PageSize=2&Page=1&" + next)).body())
                .contains("\"sid\":\"CA");
        assertThat(keeps(twilio.get("/Calls.json?To=%2B15005550182")).body()).contains("\"calls\":[]");
        assertThat(keeps(twilio.call(Map.of("To", TO))).statusCode()).isEqualTo(400);
        assertThat(keeps(twilio.get("/Calls/CA" + "0".repeat(32) + ".json")).statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> keeps(HttpResponse<String> answer) {
        SimpleResponse response = new SimpleResponse.Builder(answer.statusCode())
                .withContentType(answer.headers().firstValue("Content-Type").orElse(null))
                .withBody(answer.body())
                .build();
        String path = answer.request().uri().getPath().substring("/simulator".length());
        Request.Method method = Request.Method.valueOf(answer.request().method());
        assertThat(contract.validateResponse(path, method, response).getMessages())
                .as("%s %s", answer.statusCode(), path)
                .isEmpty();
        return answer;
    }
}
