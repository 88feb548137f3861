package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import io.bactrian.web.Bodies;
import io.bactrian.web.BodyWaits;
import io.bactrian.web.HttpSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sms.providers=simulator",
            "sms.public-url=http://localhost:${server.port}",
            "twilio.auth-token=primary, secondary",
            "twilio.base-url=",
            "camel.main.name=signed"
        })
class TwilioSignatureFilterTests {

    private static final String INCOMING = "/webhooks/twilio/incoming";
    private static final Map<String, String> FORM =
            new TreeMap<>(Map.of("MessageSid", "SM1", "From", "+15005550009", "Body", "héllo & + = %", "ToZip", ""));

    @LocalServerPort
    int port;

    @Autowired
    TwilioAccount account;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ApplicationContext context;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void letsASignedFormInAndHandsItOnUnread() throws Exception {
        HttpResponse<String> answer = post(INCOMING, encoded(FORM), signed(INCOMING, "primary"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("POST [] " + encoded(FORM));
    }

    @Test
    void acceptsEveryTokenOfTheAccount() throws Exception {
        assertThat(post(INCOMING, encoded(FORM), signed(INCOMING, "secondary")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void signsTheRawQueryAndOffersItsParametersOnly() throws Exception {
        String path = INCOMING + "?b=%2B1&a=x%20y";
        HttpResponse<String> answer = post(path, encoded(FORM), signed(path, "primary"));
        assertThat(answer.body()).isEqualTo("POST [a=x y, b=+1] " + encoded(FORM));
    }

    @Test
    void refusesAWrongSignature() throws Exception {
        double before = refused("wrong-signature");
        HttpResponse<String> answer = post(INCOMING, encoded(FORM), signed(INCOMING, "someone else's"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":403").doesNotContain("SM1", "5550009");
        assertThat(refused("wrong-signature")).isEqualTo(before + 1);
    }

    @Test
    void whatIsSignedForAnotherHostIsRefusedAndSaysWhichItWas() {
        String signature = TwilioSignature.sign("https://sms.example.org" + INCOMING, FORM, "secondary");
        Counter host =
                meters.get("sms.webhooks.diagnosed").tag("mistake", "host").counter();
        // Others of this class may have taken the looks of this second.
        await().untilAsserted(() -> {
            HttpRequest request = request(INCOMING)
                    .header("X-Twilio-Signature", signature)
                    .header("X-Forwarded-Host", "sms.example.org")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(form(encoded(FORM)))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
            assertThat(host.count()).isPositive();
        });
    }

    @Test
    void refusesAMissingSignature() throws Exception {
        double before = refused("missing-signature");
        HttpRequest unsigned = request(INCOMING).POST(form(encoded(FORM))).build();
        assertThat(http.send(unsigned, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(refused("missing-signature")).isEqualTo(before + 1);
    }

    @Test
    void refusesAChangedBody() throws Exception {
        String body = encoded(FORM) + "&Extra=1";
        assertThat(post(INCOMING, body, signed(INCOMING, "primary")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesTheSignatureOfAnotherPath() throws Exception {
        String signature = signed(INCOMING, "primary");
        assertThat(post("/webhooks/twilio/status/1", encoded(FORM), signature).statusCode())
                .isEqualTo(403);
        assertThat(post("/webhooks/twilio/%69ncoming", encoded(FORM), signature).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesAJsonBodyWithoutItsHash() throws Exception {
        String signature = TwilioSignature.sign(account.publicUrl() + INCOMING, Map.of(), "primary");
        assertThat(json(INCOMING, "{}", signature).statusCode()).isEqualTo(403);
    }

    @Test
    void letsAJsonBodyInWhoseHashIsSigned() throws Exception {
        String path = INCOMING + "?bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        String signature = TwilioSignature.sign(account.publicUrl() + path, Map.of(), "primary");
        assertThat(json(path, "{}", signature).statusCode()).isEqualTo(200);
        assertThat(json(path, "{ }", signature).statusCode()).isEqualTo(403);
    }

    @Test
    void letsASignedGetInWithoutItsBody() throws Exception {
        String path = INCOMING + "?MessageSid=SM1";
        HttpRequest get = request(path)
                .header("X-Twilio-Signature", TwilioSignature.sign(account.publicUrl() + path, Map.of(), "primary"))
                .method("GET", BodyPublishers.ofString("Body=unsigned"))
                .build();
        assertThat(http.send(get, BodyHandlers.ofString()).body()).isEqualTo("GET [MessageSid=SM1] ");
    }

    @Test
    void refusesOtherMethods() throws Exception {
        HttpRequest put = request(INCOMING).PUT(form(encoded(FORM))).build();
        assertThat(http.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() throws Exception {
        String body = "Body=" + "x".repeat(TwilioSignatureFilter.LARGEST_BODY);
        HttpResponse<String> answer = post(INCOMING, body, "any");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void countsABodyThatDoesNotSayHowLargeItIs() throws Exception {
        double before = refused("too-large");
        byte[] body = ("Body=" + "x".repeat(TwilioSignatureFilter.LARGEST_BODY)).getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
        HttpRequest request = request(INCOMING)
                .header("X-Twilio-Signature", "any")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(chunked)
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(refused("too-large")).isEqualTo(before + 1);
    }

    @Test
    void takesABodyOfExactlyTheLargestSize() throws Exception {
        String body = "Body=" + "x".repeat(TwilioSignatureFilter.LARGEST_BODY - 5);
        String signature =
                TwilioSignature.sign(account.publicUrl() + INCOMING, Map.of("Body", body.substring(5)), "primary");
        assertThat(post(INCOMING, body, signature).statusCode()).isEqualTo(200);
    }

    @Test
    void deniesEverythingElseUnderWebhooks() throws Exception {
        String path = "/webhooks/other";
        HttpResponse<String> answer = post(path, encoded(FORM), signed(path, "primary"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void isNoServletFilterOfItsOwn() {
        assertThat(context.getBeansOfType(Filter.class).values()).noneMatch(TwilioSignatureFilter.class::isInstance);
        assertThat(context.getBeansOfType(TwilioRestClient.class)).hasSize(1);
    }

    @Test
    void knowsThePortThatItWasGiven() {
        assertThat(account.publicUrl()).isEqualTo("http://localhost:" + port);
        assertThat(account.baseUrl()).isEqualTo(URI.create("http://localhost:" + port + "/simulator"));
    }

    private double refused(String reason) {
        return meters.get("sms.webhooks.refused")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private String signed(String path, String token) {
        return TwilioSignature.sign(account.publicUrl() + path, FORM, token);
    }

    private HttpResponse<String> post(String path, String body, String signature) throws Exception {
        HttpRequest request = request(path)
                .header("X-Twilio-Signature", signature)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(form(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> json(String path, String body, String signature) throws Exception {
        HttpRequest request = request(path)
                .header("X-Twilio-Signature", signature)
                .header("Content-Type", "application/json")
                .POST(form(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static BodyPublisher form(String body) {
        return BodyPublishers.ofString(body);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    @EnableConfigurationProperties({TwilioSettings.class, HttpSettings.class})
    @Import({
        TwilioConfiguration.class,
        LocalPort.class,
        WebhookSecurity.class,
        UnknownCodes.class,
        Bodies.class,
        BodyWaits.class,
        Echo.class
    })
    static class App {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    /** Asks for the parameters first, as a careless filter would, and then reads the body. */
    @RestController
    static class Echo {

        @RequestMapping("/webhooks/**")
        String echo(HttpServletRequest request) throws IOException {
            String parameters = Collections.list(request.getParameterNames()).stream()
                    .map(name -> name + "=" + request.getParameter(name))
                    .collect(Collectors.joining(", "));
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return request.getMethod() + " [" + parameters + "] " + body;
        }
    }
}
