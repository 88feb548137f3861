package io.bactrian.component.firestore;

import static io.bactrian.component.firestore.GoogleFirestoreConstants.DOCUMENT_ID;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.firestore.Firestore;
import io.bactrian.firestore.FirestoreEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTests extends FirestoreRoutes {

    @Test
    void sharesOneClientAmongEndpointsThatAgree() throws Exception {
        Connection users = endpoint("google-firestore:users").connection();

        assertThat(endpoint("google-firestore:others?operation=listDocuments").connection())
                .isSameAs(users);
        assertThat(endpoint("google-firestore:users?projectId=other").connection())
                .isNotSameAs(users);
    }

    @Test
    void opensNoClientBeforeItIsNeeded() throws Exception {
        endpoint("google-firestore:users?emulatorHost=not a host");

        assertThat(ask("google-firestore:users", Map.of("n", 1), DOCUMENT_ID, "a")
                        .getException())
                .isNull();
    }

    @Test
    void closesItsClientButNotOneThatItWasGiven() throws Exception {
        Firestore own = endpoint("google-firestore:users").connection().client();
        camel.getRegistry().bind("given", firestore);
        endpoint("google-firestore:users?firestoreClient=#given").connection();

        camel.stop();

        assertThatThrownBy(() -> own.document("users/a").get().get()).isInstanceOf(Exception.class);
        assertThat(read(user("a")).exists()).isFalse();
    }

    @Test
    void takesTheOneClientOfTheRegistry() throws Exception {
        camel.removeComponent("google-firestore");
        camel.getRegistry().bind("client", firestore);

        assertThat(endpoint("google-firestore:users").connection().client()).isSameAs(firestore);
    }

    @Test
    void readsAKeyByAPlainPath(@TempDir Path folder) throws Exception {
        String key = Base64.getMimeEncoder()
                .encodeToString(KeyPairGenerator.getInstance("RSA")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
        Path file = folder.resolve("my-key.json");
        new ObjectMapper()
                .writeValue(
                        file.toFile(),
                        Map.of(
                                "type", "service_account",
                                "project_id", "of-the-key",
                                "private_key_id", "1",
                                "private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
                                "client_email", "a@example.com",
                                "client_id", "1"));

        try (Firestore client = new ClientSettings(null, "other", file.toString(), null).open(camel)) {
            assertThat(client.getOptions().getProjectId()).isEqualTo("of-the-key");
            assertThat(client.getOptions().getDatabaseId()).isEqualTo("other");
        }
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void isReadyWhileFirestoreAnswers() throws Exception {
        Line line = new Line(FirestoreEmulator.host());
        FirestoreHealth health =
                new FirestoreHealth(endpoint("google-firestore:users?emulatorHost=" + line.address()), "producer");
        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.UP);

        line.cut();

        assertThat(health.call().getState()).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void isCheckedAmongTheProducers() throws Exception {
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry(camel);
        camel.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        ProducersHealthCheckRepository producers = new ProducersHealthCheckRepository();
        producers.setEnabled(true);
        registry.register(producers);
        ask("google-firestore:users", Map.of("n", 1), DOCUMENT_ID, "a");

        assertThat(HealthCheckHelper.invokeReadiness(camel))
                .anySatisfy(result -> assertThat(result.getCheck().getId()).startsWith("producer:google-firestore"));
    }

    @Test
    void listensOnAfterALostConnection() throws Exception {
        Line line = new Line(FirestoreEmulator.host());
        List<String> told = new CopyOnWriteArrayList<>();
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("google-firestore:users?realtimeUpdates=true&emulatorHost=" + line.address())
                        .process(exchange -> told.add(exchange.getMessage()
                                .getHeader(GoogleFirestoreConstants.RESPONSE_DOCUMENT_ID, String.class)));
            }
        });
        user("a").set(Map.of("n", 1)).get();
        await().atMost(10, SECONDS).until(() -> told.size() == 1);

        line.cut();
        user("b").set(Map.of("n", 2)).get();
        line.mend();

        await().atMost(30, SECONDS).until(() -> told.size() == 2);
        assertThat(told).containsExactly("a", "b");
    }

    private GoogleFirestoreEndpoint endpoint(String uri) {
        return camel.getEndpoint(uri, GoogleFirestoreEndpoint.class);
    }
}
