package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Gateway;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.Receipt;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault means to the gateway what the provider contract says of it: the real adapter looks at the real answers. */
class FaultsAsTheAdapterSeesThemTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private static Path data;

    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = Gateway.start(data, "twilio.read-timeout=1s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void behaves() {
        Gateway.send(HttpRequest.newBuilder(URI.create(gateway.url("/simulator/faults")))
                .DELETE()
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"refuse\":1,\"codes\":[21211]',REJECTED,21211",
        "'\"refuse\":1,\"codes\":[21610]',REJECTED,21610",
        "'\"refuse\":1,\"codes\":[21611]',NOT_SENT,21611",
        "'\"busy\":1',NOT_SENT,20429",
        "'\"unauthorized\":1',CONFIGURATION,20003",
        "'\"forbidden\":1',CONFIGURATION,20005",
        "'\"failBefore\":1',UNKNOWN,20500",
        "'\"failAfter\":1',UNKNOWN,20500",
        "'\"hangBefore\":1',UNKNOWN,",
        "'\"hangAfter\":1',UNKNOWN,",
        "'\"cutBefore\":1',UNKNOWN,",
        "'\"cutAfter\":1',UNKNOWN,",
        "'\"cutMidway\":1',UNKNOWN,",
        "'\"slow\":1,\"delay\":\"30s\"',UNKNOWN,"
    })
    void isFailedAs(String plan, Failure expected, String code) {
        begin("{\"create\":{" + plan + "}}");

        ProviderException failure = (ProviderException) send("m1").getException();

        assertThat(failure.failure()).isEqualTo(expected);
        assertThat(failure.code()).isEqualTo(code);
    }

    @Test
    void isToldWhenToComeAgain() {
        begin("{\"create\":{\"busy\":1,\"retryAfter\":\"7s\"}}");

        ProviderException failure = (ProviderException) send("m1").getException();

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void findsWhatWasAcceptedAllTheSameUnlessTheListFailsOrLags() {
        begin("{\"create\":{\"cutMidway\":1},\"list\":{\"lag\":\"1h\"}}");
        send("m2");

        assertThat(find("m2").getMessage().getBody(List.class)).isEmpty();
        begin("{\"list\":{\"fail\":1}}");
        assertThat(find("m2").getException()).isNotNull();
        begin("{}");
        assertThat(find("m2").getMessage().getBody(List.class)).hasSize(1).allMatch(Receipt.class::isInstance);
    }

    private static Exchange send(String id) {
        return call("direct:send-via-simulator", id);
    }

    private static Exchange find(String id) {
        return call("direct:find-via-simulator", id);
    }

    private static Exchange call(String address, String id) {
        Draft draft = new Draft(
                id,
                new PhoneNumber("+15005550101"),
                null,
                Channel.SMS,
                "the text of " + id,
                List.of(),
                Kind.API,
                Priority.NORMAL,
                null,
                null,
                null,
                "default");
        OutgoingMessage message = OutgoingMessage.queued(draft, NOON);
        return gateway.bean(CamelContext.class).createProducerTemplate().request(address, in -> in.getMessage()
                .setBody(message));
    }

    private static void begin(String plan) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url("/simulator/faults")))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(plan))
                .build();
        assertThat(Gateway.send(request).statusCode()).isEqualTo(200);
    }
}
