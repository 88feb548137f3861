package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.twilio.http.TwilioRestClient;
import io.bactrian.domain.ProviderCannotTell;
import io.bactrian.provider.ProviderContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.component.twilio.TwilioComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider contract on Twilio's adapter: its route files, camel-twilio, our client, a real connection. */
class TwilioProviderTests extends ProviderContract {

    private static final String ACCOUNT = "AC" + "0".repeat(32);
    private static final String SID = "SM" + "a".repeat(32);
    private static final Duration SOON = Duration.ofMillis(500);

    private final CountDownLatch over = new CountDownLatch(1);
    private FakeTwilio twilio;

    @AfterEach
    void close() {
        over.countDown();
        twilio.close();
    }

    @Override
    protected String provider() {
        return "twilio";
    }

    @Override
    protected CamelContext start(Behaviour behaviour) throws Exception {
        twilio = new FakeTwilio(answer(behaviour));
        URI base = twilio.url();
        if (behaviour == Behaviour.IS_NOT_THERE) {
            twilio.close();
        }
        TwilioSettings settings =
                new TwilioSettings(ACCOUNT, List.of("token"), "+15005550001", "", base.toString(), SOON, SOON);
        TwilioAccount account =
                new TwilioAccount(settings, List.of("twilio"), "https://gateway.example", OptionalInt::empty);
        return camel(account, settings);
    }

    static CamelContext camel(TwilioAccount account, TwilioSettings settings) throws Exception {
        TwilioRestClient client = new TwilioRestClient.Builder(ACCOUNT, "token")
                .httpClient(new SingleAttemptHttpClient(
                        account::baseUrl, settings.connectTimeout(), settings.readTimeout(), Clock.systemUTC()))
                .build();
        TwilioRequests requests = new TwilioRequests(account, Clock.systemUTC());
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("twilioRequests", requests);
        camel.getRegistry().bind("twilioFailures", new TwilioFailures(new UnknownCodes(new SimpleMeterRegistry())));
        camel.getRegistry().bind("twilioSearch", new TwilioSearch(client, requests));
        camel.getRegistry().bind("twilioLookup", new TwilioLookup(client, Clock.systemUTC()));
        TwilioCallRequests calls = new TwilioCallRequests(account);
        camel.getRegistry().bind("twilioCallRequests", calls);
        camel.getRegistry().bind("twilioCallSearch", new TwilioCallSearch(client, calls));
        camel.getRegistry().bind("twilioCallLookup", new TwilioCallLookup(client, Clock.systemUTC()));
        TwilioComponent component = new TwilioComponent();
        component.setRestClient(client);
        camel.addComponent("twilio", component);
        camel.addRoutesConfigurations(new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration().errorHandler(noErrorHandler());
            }
        });
        for (String file : List.of("send-via-twilio", "call-via-twilio", "find-via-twilio", "fetch-via-twilio")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:"
                                    + new File("routes/provider/twilio/" + file + ".camel.yaml").getAbsolutePath()));
        }
        camel.start();
        return camel;
    }

    private HttpHandler answer(Behaviour behaviour) {
        HttpHandler list = FakeTwilio.answering(200, LISTED);
        HttpHandler create =
                switch (behaviour) {
                    case ACCEPTS, IS_NOT_THERE ->
                        FakeTwilio.answering(201, "{\"sid\":\"" + SID + "\",\"num_segments\":\"1\"}");
                    case REFUSES_THE_NUMBER -> FakeTwilio.answering(400, error(21211, 400));
                    case REFUSES_THE_CREDENTIALS -> FakeTwilio.answering(401, error(20003, 401));
                    case IS_BUSY_FOR_7_SECONDS -> FakeTwilio.answering(429, error(20429, 429), "Retry-After", "7");
                    case FAILS_AFTER_ACCEPTING -> FakeTwilio.answering(500, error(20500, 500));
                    case HANGS_AFTER_ACCEPTING -> this::hang;
                    case CUTS_THE_CONNECTION_AFTER_ACCEPTING -> HttpExchange::close;
                };
        return exchange ->
                (exchange.getRequestMethod().equals("POST") ? create : asked(exchange, list)).handle(exchange);
    }

    private static HttpHandler asked(HttpExchange exchange, HttpHandler list) {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/Messages/" + SID + ".json")) {
            return FakeTwilio.answering(200, "{\"sid\":\"" + SID + "\",\"status\":\"delivered\"}");
        }
        return path.endsWith("/Messages.json") ? list : FakeTwilio.answering(404, error(20404, 404));
    }

    @Test
    void whereMoreWentToTheRecipientThanItLooksAtNobodyCanTell() throws Exception {
        String many = Stream.generate(
                        () -> "{\"sid\":\"SMx\",\"body\":\"x\",\"date_created\":\"Fri, 20 Nov 2026 12:00:01 +0000\"}")
                .limit(500)
                .collect(Collectors.joining(","));
        twilio = new FakeTwilio(FakeTwilio.answering(200, "{\"messages\":[" + many + "],\"next_page_uri\":null}"));
        TwilioSettings settings = new TwilioSettings(
                ACCOUNT, List.of("token"), "+15005550001", "", twilio.url().toString(), SOON, SOON);
        try (CamelContext camel = camel(
                new TwilioAccount(settings, List.of("twilio"), "https://gateway.example", OptionalInt::empty),
                settings)) {
            Exception failure = camel.createProducerTemplate()
                    .request("direct:find-via-twilio", in -> in.getMessage().setBody(message("m1", "hello")))
                    .getException();
            assertThat(failure).isInstanceOf(ProviderCannotTell.class);
        }
    }

    private void hang(HttpExchange exchange) throws IOException {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static String error(int code, int status) {
        return "{\"code\":%d,\"message\":\"The number +15005550100 is wrong\",\"status\":%d}".formatted(code, status);
    }

    /** Twilio's list: the message whose answer was lost, an older one with the same text, and another. */
    private static final String LISTED =
            """
            {"messages": [
              {"sid": "%s", "body": "hello, hello", "date_created": "Fri, 20 Nov 2026 12:00:01 +0000"},
              {"sid": "SMold", "body": "hello, hello", "date_created": "Thu, 19 Nov 2026 12:00:01 +0000"},
              {"sid": "SMother", "body": "something else", "date_created": "Fri, 20 Nov 2026 12:00:02 +0000"}
            ], "next_page_uri": null}
            """
                    .formatted(SID);

    private Stream<FakeTwilio.Call> sends() {
        return twilio.calls().stream().filter(call -> call.method().equals("POST"));
    }

    @Override
    protected int sendCalls() {
        return (int) sends().count();
    }

    @Override
    protected List<String> lastSend() {
        Map<String, String> form = new HashMap<>();
        String body = sends().reduce((first, second) -> second).orElseThrow().body();
        Arrays.stream(body.split("&")).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), decoded(parts[1]));
        });
        return List.of(form.get("To"), form.get("From"), form.get("Body"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
