package io.bactrian.component.firestore;

import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_DOCUMENT_ID;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.apache.camel.builder.Builder.constant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.cloud.Timestamp;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms that the public page of Camel's component shows in Java: its addresses, headers and bodies. */
class ExampleTests extends FirestoreRoutes {

    private static final String JSON =
            """
            {
                "name": "Ann",
                "age": 30,
                "active": true,
                "tags": ["a", "b"],
                "address": {
                    "city": "Bern"
                }
            }
            """;

    @BeforeEach
    void aUser() throws Exception {
        user("user123").set(Map.of("name", "Bob", "age", 21)).get();
    }

    @Test
    void setsADocumentFromAMap() throws Exception {
        start(route -> route.setBody(constant(Map.of("name", "Ann")))
                .setHeader("CamelGoogleFirestoreDocumentId", constant("user123"))
                .to("google-firestore://users?operation=setDocument")
                .log("saved"));

        assertThat(read(user("user123")).getData()).isEqualTo(Map.of("name", "Ann"));
    }

    @Test
    void setsADocumentFromJson() throws Exception {
        start(route -> route.setBody(constant(JSON))
                .setHeader("CamelGoogleFirestoreDocumentId", constant("user123"))
                .to("google-firestore://users?operation=setDocument"));

        assertThat(read(user("user123")).getData())
                .isEqualTo(Map.of(
                        "name",
                        "Ann",
                        "age",
                        30L,
                        "active",
                        true,
                        "tags",
                        List.of("a", "b"),
                        "address",
                        Map.of("city", "Bern")));
    }

    @Test
    void mergesIntoADocument() throws Exception {
        start(route -> route.setBody(constant(Map.of("lastLogin", new Date(0))))
                .setHeader("CamelGoogleFirestoreDocumentId", constant("user123"))
                .setHeader("CamelGoogleFirestoreMerge", constant(true))
                .to("google-firestore://users?operation=setDocument"));

        assertThat(read(user("user123")).getData())
                .containsEntry("name", "Bob")
                .containsEntry("lastLogin", Timestamp.ofTimeSecondsAndNanos(0, 0));
    }

    @Test
    void createsADocument() throws Exception {
        Exchange answer = start(route -> route.setBody(constant(JSON))
                .to("google-firestore://users?operation=createDocument")
                .log("created ${header.CamelGoogleFirestoreResponseDocumentId}"));

        String id = answer.getMessage().getHeader(RESPONSE_DOCUMENT_ID, String.class);
        assertThat(read(user(id)).getString("name")).isEqualTo("Ann");
    }

    @Test
    void getsADocumentThroughAKeyAndAProjectOfItsOwn() throws Exception {
        Exchange answer = start(route -> route.setHeader("CamelGoogleFirestoreDocumentId", constant("user123"))
                .to("google-firestore://users?operation=getDocumentById&serviceAccountKey=/path/to/key.json"
                        + "&projectId=my-project")
                .to("log:result"));

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getBody()).isNull();
    }

    @Test
    void updatesADocument() throws Exception {
        start(route -> route.setBody(constant(Map.of("status", "active", "updatedAt", new Date(0))))
                .setHeader("CamelGoogleFirestoreDocumentId", constant("user123"))
                .to("google-firestore://users?operation=updateDocument"));

        assertThat(read(user("user123")).getData()).containsKeys("name", "age", "status", "updatedAt");
    }

    @Test
    void queriesACollection() throws Exception {
        Exchange answer = start(route -> route.setHeader("CamelGoogleFirestoreQueryField", constant("age"))
                .setHeader("CamelGoogleFirestoreQueryOperator", constant(">="))
                .setHeader("CamelGoogleFirestoreQueryValue", constant(21))
                .setHeader("CamelGoogleFirestoreQueryLimit", constant(10))
                .setHeader("CamelGoogleFirestoreQueryOrderBy", constant("age"))
                .to("google-firestore://users?operation=queryCollection")
                .setBody()
                .simple("${body.size()}"));

        assertThat(answer.getMessage().getBody(Integer.class)).isEqualTo(1);
    }

    @Test
    void listsTheCollectionsOfADocument() throws Exception {
        user("user123").collection("orders").add(Map.of("n", 1)).get();

        Exchange answer = start(route -> route.setHeader("CamelGoogleFirestoreDocumentId", constant("user123"))
                .to("google-firestore://users?operation=listCollections"));

        assertThat(answer.getMessage().getBody()).isEqualTo(List.of("orders"));
    }

    @Test
    void importsFiles(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ann.json"), JSON);
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?noop=true&include=.*\\.json")
                        .setHeader("CamelGoogleFirestoreDocumentId", simple("${file:name.noext}"))
                        .to("google-firestore://users?operation=setDocument")
                        .log("imported ${file:name}");
            }
        });

        await().atMost(10, SECONDS).until(() -> read(user("ann")).exists());
    }

    @Test
    void takesAnHttpBody() throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .to("google-firestore://users?operation=createDocument")
                        .setBody(simple("{\"id\": \"${header.CamelGoogleFirestoreResponseDocumentId}\"}"));
            }
        });

        Exchange answer = ask("direct:start", new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.getMessage().getBody(String.class)).matches("\\{\"id\": \"\\w{20}\"}");
    }

    @Test
    void consumesThroughAClientFromTheRegistry() throws Exception {
        camel.getRegistry().bind("myFirestoreClient", firestore);
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("google-firestore://users?firestoreClient=#myFirestoreClient")
                        .to("mock:result");
            }
        });
        var result = camel.getEndpoint("mock:result", MockEndpoint.class);

        await().atMost(10, SECONDS).until(() -> result.getReceivedCounter() > 0);
    }

    private Exchange start(UnaryOperator<ProcessorDefinition<?>> steps) throws Exception {
        route(new RouteBuilder() {
            @Override
            public void configure() {
                RouteDefinition route = from("direct:start");
                steps.apply(route);
            }
        });
        return ask("direct:start", null);
    }
}
