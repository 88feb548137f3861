package io.bactrian.component.firestore;

import static io.bactrian.component.firestore.GoogleFirestoreConstants.COLLECTION_NAME;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.DOCUMENT_ID;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.MERGE;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.MERGE_FIELDS;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.OPERATION;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_EQUALS;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_FIELD;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_LIMIT;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_OPERATOR;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_ORDER_BY;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_ORDER_DIRECTION;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_VALUE;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_CREATE_TIME;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_DOCUMENT_ID;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_DOCUMENT_PATH;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_READ_TIME;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_UPDATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Blob;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.GeoPoint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTests extends FirestoreRoutes {

    private static final Map<String, Object> ANN = Map.of("name", "Ann", "age", 30);

    @Test
    void setsADocumentWhereNoOperationIsNamed() throws Exception {
        Message answer = ask("google-firestore:users", ANN, DOCUMENT_ID, "ann").getMessage();

        DocumentSnapshot written = read(user("ann"));
        assertThat(written.getData()).isEqualTo(Map.of("name", "Ann", "age", 30L));
        assertThat(answer.getBody()).isEqualTo(ANN);
        assertThat(answer.getHeader(RESPONSE_DOCUMENT_ID)).isEqualTo("ann");
        assertThat(answer.getHeader(RESPONSE_DOCUMENT_PATH)).isEqualTo("users/ann");
        assertThat(answer.getHeader(RESPONSE_UPDATE_TIME)).isEqualTo(written.getUpdateTime());
    }

    @Test
    void replacesADocumentThatIsSetAgain() throws Exception {
        user("ann").set(Map.of("old", true)).get();

        ask("google-firestore:users?operation=setDocument&documentId=ann", ANN);

        assertThat(read(user("ann")).getData()).containsOnlyKeys("name", "age");
    }

    @Test
    void mergesIntoADocument() throws Exception {
        user("ann").set(Map.of("old", true)).get();

        ask("google-firestore:users", ANN, DOCUMENT_ID, "ann", MERGE, true);

        assertThat(read(user("ann")).getData()).containsOnlyKeys("name", "age", "old");
    }

    @Test
    void mergesTheNamedFieldsAlone() throws Exception {
        user("ann").set(Map.of("old", true)).get();

        ask("google-firestore:users", ANN, DOCUMENT_ID, "ann", MERGE, true, MERGE_FIELDS, List.of("age"));

        assertThat(read(user("ann")).getData()).containsOnlyKeys("age", "old");
    }

    @Test
    void makesUpTheIdOfADocumentThatItCreates() throws Exception {
        Message answer =
                ask("google-firestore:users?operation=createDocument", ANN).getMessage();

        String id = answer.getHeader(RESPONSE_DOCUMENT_ID, String.class);
        assertThat(read(user(id)).getString("name")).isEqualTo("Ann");
        assertThat(answer.getBody()).isEqualTo(ANN);
    }

    @Test
    void getsADocumentWithItsTimes() throws Exception {
        user("ann").set(ANN).get();

        Message answer = ask("google-firestore:users?operation=getDocumentById", null, DOCUMENT_ID, "ann")
                .getMessage();

        DocumentSnapshot written = read(user("ann"));
        assertThat(answer.getBody()).isEqualTo(written.getData());
        assertThat(answer.getHeader(RESPONSE_CREATE_TIME)).isEqualTo(written.getCreateTime());
        assertThat(answer.getHeader(RESPONSE_UPDATE_TIME)).isEqualTo(written.getUpdateTime());
        assertThat(answer.getHeader(RESPONSE_READ_TIME)).isInstanceOf(Timestamp.class);
        assertThat(answer.getHeader(RESPONSE_DOCUMENT_PATH)).isEqualTo("users/ann");
    }

    @Test
    void getsNothingWhereThereIsNoDocument() {
        Message answer = ask("google-firestore:users?operation=getDocumentById", "asked", DOCUMENT_ID, "nobody")
                .getMessage();

        assertThat(answer.getBody()).isNull();
        assertThat(answer.getHeader(RESPONSE_DOCUMENT_ID)).isEqualTo("nobody");
    }

    @Test
    void updatesTheFieldsThatItIsGiven() throws Exception {
        user("ann").set(ANN).get();

        ask("google-firestore:users?operation=updateDocument", Map.of("age", 31), DOCUMENT_ID, "ann");

        assertThat(read(user("ann")).getData()).isEqualTo(Map.of("name", "Ann", "age", 31L));
    }

    @Test
    void deletesADocumentThatIsThereOrNot() throws Exception {
        user("ann").set(ANN).get();

        for (int i = 0; i < 2; i++) {
            Exchange answer = ask("google-firestore:users?operation=deleteDocument", null, DOCUMENT_ID, "ann");

            assertThat(answer.getException()).isNull();
            assertThat(answer.getMessage().getBody()).isEqualTo(true);
        }
        assertThat(read(user("ann")).exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void listsDocumentsWithTheirPlaces() throws Exception {
        user("ann").set(ANN).get();

        List<Map<String, Object>> listed = ask("google-firestore:users?operation=listDocuments", null)
                .getMessage()
                .getBody(List.class);
        assertThat(listed).singleElement().satisfies(document -> assertThat(document)
                .containsAllEntriesOf(Map.of("name", "Ann", "age", 30L, "_id", "ann", "_path", "users/ann"))
                .containsKey("_updateTime")
                .hasSize(5));
    }

    @ParameterizedTest
    @CsvSource({
        "==,b", "eq,b", "!=,acd", "ne,acd", "<,a", "lt,a", "<=,ab", "lte,ab", ">,cd", "gt,cd", ">=,bcd", "gte,bcd"
    })
    void queriesByComparison(String operator, String expected) throws Exception {
        write("a", 1, "b", 2, "c", 3, "d", 4);

        assertThat(query(QUERY_FIELD, "n", QUERY_OPERATOR, operator, QUERY_VALUE, 2))
                .isEqualTo(expected);
    }

    @Test
    void queriesByMembership() throws Exception {
        write("a", List.of(1, 2), "b", List.of(2, 3), "c", 4);

        assertThat(query(QUERY_FIELD, "n", QUERY_OPERATOR, "array-contains", QUERY_VALUE, 3))
                .isEqualTo("b");
        assertThat(query(QUERY_FIELD, "n", QUERY_OPERATOR, "array-contains-any", QUERY_VALUE, List.of(1, 3)))
                .isEqualTo("ab");
        assertThat(query(QUERY_FIELD, "n", QUERY_OPERATOR, "in", QUERY_VALUE, List.of(4, 5)))
                .isEqualTo("c");
        assertThat(query(QUERY_FIELD, "n", QUERY_OPERATOR, "not-in", QUERY_VALUE, List.of(4)))
                .isEqualTo("ab");
    }

    @Test
    void ordersAndLimitsAQuery() throws Exception {
        write("a", 1, "b", 2, "c", 3);

        assertThat(query(QUERY_ORDER_BY, "n", QUERY_ORDER_DIRECTION, "DESCENDING", QUERY_LIMIT, "2"))
                .isEqualTo("cb");
    }

    @Test
    void queriesByOneComparisonAndFurtherFieldsThatAreEqual() throws Exception {
        user("a").set(Map.of("n", 1, "word", "x", "on", true)).get();
        user("b").set(Map.of("n", 2, "word", "x", "on", true)).get();
        user("c").set(Map.of("n", 3, "word", "y", "on", true)).get();
        user("d").set(Map.of("n", 4, "word", "x", "on", false)).get();

        Map<String, Object> equals = Map.of("word", "x", "on", true);
        assertThat(query(QUERY_FIELD, "n", QUERY_OPERATOR, ">", QUERY_VALUE, 1, QUERY_EQUALS, equals))
                .isEqualTo("b");
        assertThat(query(QUERY_EQUALS, Map.of("word", "y"))).isEqualTo("c");
    }

    @Test
    void listsCollectionsOfTheDatabaseAndOfADocument() throws Exception {
        user("ann").set(ANN).get();
        user("ann").collection("notes").add(ANN).get();

        assertThat(ask("google-firestore:any?operation=listCollections", null)
                        .getMessage()
                        .getBody())
                .isEqualTo(List.of("users"));
        assertThat(ask("google-firestore:users?operation=listCollections&documentId=ann", null)
                        .getMessage()
                        .getBody())
                .isEqualTo(List.of("notes"));
    }

    @Test
    void letsHeadersWinOverOptions() throws Exception {
        Object[] headers = {OPERATION, "setDocument", COLLECTION_NAME, "users", DOCUMENT_ID, "ann"};
        ask("google-firestore:others?operation=deleteDocument&documentId=bob", ANN, headers);

        assertThat(read(user("ann")).exists()).isTrue();
    }

    @Test
    void writesEveryTypeOfTheContract() throws Exception {
        Map<String, Object> fields = new HashMap<>();
        fields.put("nothing", null);
        fields.put("bytes", new byte[] {1, 2});
        fields.put("date", java.sql.Timestamp.from(Instant.EPOCH));
        fields.put("instant", Instant.EPOCH);
        fields.put("float", 1.5f);
        fields.put("place", new GeoPoint(1, 2));
        fields.put("other", user("bob"));
        fields.put("nested", Map.of("list", List.of(1, "two", new byte[] {3})));

        ask("google-firestore:users", fields, DOCUMENT_ID, "ann");

        Timestamp epoch = Timestamp.ofTimeSecondsAndNanos(0, 0);
        assertThat(read(user("ann")).getData())
                .containsEntry("nothing", null)
                .containsEntry("bytes", Blob.fromBytes(new byte[] {1, 2}))
                .containsEntry("date", epoch)
                .containsEntry("instant", epoch)
                .containsEntry("float", 1.5)
                .containsEntry("place", new GeoPoint(1, 2))
                .containsEntry("other", user("bob"))
                .containsEntry("nested", Map.of("list", List.of(1L, "two", Blob.fromBytes(new byte[] {3}))));
    }

    private void write(Object... idsAndValues) throws Exception {
        for (int i = 0; i < idsAndValues.length; i += 2) {
            user((String) idsAndValues[i]).set(Map.of("n", idsAndValues[i + 1])).get();
        }
    }

    /** The ids that a query finds. */
    @SuppressWarnings("unchecked")
    private String query(Object... headers) {
        Exchange answer = ask("google-firestore:users?operation=queryCollection", null, headers);
        assertThat(answer.getException()).isNull();
        List<Map<String, Object>> found = answer.getMessage().getBody(List.class);
        return found.stream().map(document -> (String) document.get("_id")).reduce("", String::concat);
    }
}
