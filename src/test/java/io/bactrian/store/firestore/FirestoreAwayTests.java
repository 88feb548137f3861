package io.bactrian.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import io.bactrian.Gateway;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Claim;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.StoreException;
import io.bactrian.domain.UserKey;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Firestore is away, or silent: it is given up on while a webhook can still be tried again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirestoreAwayTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PhoneNumber ANN = new PhoneNumber("+15005550100");

    /** Accepts connections and says nothing. */
    private final ServerSocket silent = new ServerSocket(0);

    private final List<Firestore> clients = new ArrayList<>();
    private final Map<String, CamelContext> adapters = new HashMap<>();

    FirestoreAwayTests() throws IOException {}

    @BeforeAll
    void start() throws Exception {
        for (String host : List.of("127.0.0.1:1", "127.0.0.1:" + silent.getLocalPort())) {
            Firestore client = FirestoreClient.open(new FirestoreSettings("", "", host, ""));
            clients.add(client);
            adapters.put(host.endsWith(":1") ? "away" : "silent", FirestoreAdapter.start(client));
        }
    }

    @AfterAll
    void stop() throws Exception {
        adapters.values().forEach(CamelContext::stop);
        clients.forEach(Firestore::shutdownNow);
        silent.close();
    }

    @Test
    void aGatewayStartsAllTheSame(@TempDir Path data) {
        String host = "firestore.emulator-host=127.0.0.1:1";
        try (Gateway gateway = Gateway.start(data, "sms.store=firestore", host)) {
            assertThat(gateway.post("/webhooks/twilio/incoming", Map.of(), null).statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "silent"})
    void aLookUpFailsAsUnavailable(String how) {
        failsSoon(how, "find-user", new UserKey("default", ANN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "silent"})
    void aWriteFailsAsUnavailable(String how) {
        failsSoon(
                how,
                "log-incoming",
                new IncomingMessage(
                        "SM1",
                        ANN,
                        ANN,
                        "hello",
                        List.of(),
                        true,
                        false,
                        null,
                        Instant.EPOCH,
                        "default",
                        "twilio",
                        Channel.SMS,
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "silent"})
    void aQueryFailsAsUnavailable(String how) {
        failsSoon(how, "claim-due", Claim.of(1, "one", "twilio", Instant.EPOCH, Duration.ofSeconds(60)));
    }

    private void failsSoon(String how, String port, Object body) {
        long start = System.nanoTime();
        Exception failure = adapters.get(how)
                .createProducerTemplate()
                .request("direct:" + port, in -> in.getMessage().setBody(body))
                .getException();
        assertThat(failure).isInstanceOfSatisfying(StoreException.class, store -> assertThat(store.isUnavailable())
                .isTrue());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }
}
