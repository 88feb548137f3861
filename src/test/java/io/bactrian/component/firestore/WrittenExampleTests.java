package io.bactrian.component.firestore;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that the public page of Camel's component shows in YAML and XML. */
class WrittenExampleTests extends FirestoreRoutes {

    private static final String ID_HEADER =
            """
                  - setHeader:
                      name: CamelGoogleFirestoreDocumentId
                      constant: user123
            """;

    @BeforeEach
    void aUser() throws Exception {
        user("user123").set(Map.of("name", "Bob", "age", "21")).get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml"})
    void getsADocument(String language) throws Exception {
        load(language, operation("getDocumentById", true, language));

        assertThat(answer()).isEqualTo(Map.of("name", "Bob", "age", "21"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml"})
    void deletesADocument(String language) throws Exception {
        load(language, operation("deleteDocument", true, language));

        assertThat(answer()).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml"})
    @SuppressWarnings("unchecked")
    void listsDocuments(String language) throws Exception {
        load(language, operation("listDocuments", false, language));

        assertThat((List<Map<String, Object>>) answer()).singleElement().satisfies(document -> assertThat(document)
                .containsAllEntriesOf(Map.of("name", "Bob", "age", "21", "_id", "user123", "_path", "users/user123")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml"})
    void listsCollections(String language) throws Exception {
        load(language, operation("listCollections", false, language));

        assertThat(answer()).isEqualTo(List.of("users"));
    }

    /** A constant without a type is text, so such a query finds fields that hold text. */
    @ParameterizedTest
    @ValueSource(strings = {"yaml", "xml"})
    void queriesACollection(String language) throws Exception {
        String yaml =
                """
                - route:
                    from:
                      uri: direct:start
                      steps:
                      - setHeader:
                          name: CamelGoogleFirestoreQueryField
                          constant: age
                      - setHeader:
                          name: CamelGoogleFirestoreQueryOperator
                          constant: ">="
                      - setHeader:
                          name: CamelGoogleFirestoreQueryValue
                          constant: "21"
                      - setHeader:
                          name: CamelGoogleFirestoreQueryLimit
                          constant: "10"
                      - setHeader:
                          name: CamelGoogleFirestoreQueryOrderBy
                          constant: age
                      - to:
                          uri: google-firestore://users
                          parameters:
                            operation: queryCollection
                      - log:
                          message: "${body.size()}"
                """;
        String xml =
                """
                <route>
                  <from uri="direct:start"/>
                  <setHeader name="CamelGoogleFirestoreQueryField"><constant>age</constant></setHeader>
                  <setHeader name="CamelGoogleFirestoreQueryOperator"><constant>&gt;=</constant></setHeader>
                  <setHeader name="CamelGoogleFirestoreQueryValue"><constant>21</constant></setHeader>
                  <setHeader name="CamelGoogleFirestoreQueryLimit"><constant>10</constant></setHeader>
                  <setHeader name="CamelGoogleFirestoreQueryOrderBy"><constant>age</constant></setHeader>
                  <to uri="google-firestore://users?operation=queryCollection"/>
                  <log message="${body.size()}"/>
                </route>
                """;
        load(language, language.equals("yaml") ? yaml : xml);

        assertThat((List<?>) answer()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"realtimeUpdates: true", "delay: 30000", "firestoreClient: \"#myFirestoreClient\""})
    void consumesByYaml(String parameter) throws Exception {
        camel.getRegistry().bind("myFirestoreClient", firestore);
        load(
                "yaml",
                """
                - route:
                    from:
                      uri: google-firestore://users
                      parameters:
                        %s
                      steps:
                        - log: "${header.CamelGoogleFirestoreChangeType}"
                        - log: "${header.CamelGoogleFirestoreResponseDocumentId}"
                        - to:
                            uri: mock:result
                """
                        .formatted(parameter));

        awaitResult();
    }

    @ParameterizedTest
    @ValueSource(strings = {"realtimeUpdates=true", "delay=30000", "firestoreClient=#myFirestoreClient"})
    void consumesByXml(String parameter) throws Exception {
        camel.getRegistry().bind("myFirestoreClient", firestore);
        load(
                "xml",
                """
                <route>
                  <from uri="google-firestore://users?%s"/>
                  <log message="${header.CamelGoogleFirestoreResponseDocumentId}"/>
                  <to uri="mock:result"/>
                </route>
                """
                        .formatted(parameter));

        awaitResult();
    }

    /** Of our own page. */
    @Test
    void claimsByTheTimeRead() throws Exception {
        load(
                "yaml",
                """
                - route:
                    from:
                      uri: direct:start
                      steps:
                      - to:
                          uri: google-firestore:users
                          parameters:
                            operation: getDocumentById
                            documentId: user123
                      - setHeader:
                          name: CamelGoogleFirestoreExpectedUpdateTime
                          expression:
                            simple:
                              expression: ${header.CamelGoogleFirestoreResponseUpdateTime}
                              resultType: com.google.cloud.Timestamp
                      - to: direct:meanwhile
                      - to:
                          uri: google-firestore:users
                          parameters:
                            operation: updateDocument
                            documentId: user123
                """);
        route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:meanwhile")
                        .process(exchange -> user("user123").update("age", "22").get());
            }
        });

        assertThat(ask("direct:start", null).getException()).isInstanceOf(DocumentChangedException.class);
    }

    private void awaitResult() {
        MockEndpoint result = camel.getEndpoint("mock:result", MockEndpoint.class);
        await().atMost(10, SECONDS).until(() -> result.getReceivedCounter() > 0);
    }

    private static String operation(String operation, boolean id, String language) {
        String yaml =
                """
                - route:
                    from:
                      uri: direct:start
                      steps:
                %s      - to:
                          uri: google-firestore://users
                          parameters:
                            operation: %s
                      - log: "${body}"
                """
                        .formatted(id ? ID_HEADER : "", operation);
        String header = "<setHeader name=\"CamelGoogleFirestoreDocumentId\"><constant>user123</constant></setHeader>";
        String xml =
                """
                <route>
                  <from uri="direct:start"/>
                  %s
                  <to uri="google-firestore://users?operation=%s"/>
                  <log message="${body}"/>
                </route>
                """
                        .formatted(id ? header : "", operation);
        return language.equals("yaml") ? yaml : xml;
    }

    private void load(String language, String text) throws Exception {
        Resource resource = ResourceHelper.fromString("example." + language, text);
        PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    }

    private Object answer() {
        var answer = ask("direct:start", null);
        assertThat(answer.getException()).isNull();
        return answer.getMessage().getBody();
    }
}
