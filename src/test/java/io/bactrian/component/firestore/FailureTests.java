package io.bactrian.component.firestore;

import static io.bactrian.component.firestore.GoogleFirestoreConstants.DOCUMENT_ID;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.EXPECTED_UPDATE_TIME;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_FIELD;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_OPERATOR;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.QUERY_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.Timestamp;
import io.bactrian.domain.StoreException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.apache.camel.InvalidPayloadException;
import org.junit.jupiter.api.Test;

class FailureTests extends FirestoreRoutes {

    private static final String NUMBER = "+15005550006";
    private static final String CREATE = "google-firestore:users?operation=createDocument";
    private static final String UPDATE = "google-firestore:users?operation=updateDocument";

    @Test
    void createsADocumentUnderTheIdThatItIsGiven() throws Exception {
        ask(CREATE, Map.of("n", 1), DOCUMENT_ID, NUMBER);

        assertThat(read(user(NUMBER)).getLong("n")).isEqualTo(1);
    }

    @Test
    void refusesToCreateADocumentThatIsThere() throws Exception {
        user(NUMBER).set(Map.of("n", 1)).get();

        Exception failure = failure(CREATE, Map.of("n", 2), DOCUMENT_ID, NUMBER);

        assertThat(failure).isInstanceOf(DocumentExistsException.class);
        assertThat(read(user(NUMBER)).getLong("n")).isEqualTo(1);
    }

    @Test
    void updatesADocumentThatWasNotWrittenSinceItWasRead() throws Exception {
        Timestamp read = user(NUMBER).set(Map.of("n", 1)).get().getUpdateTime();

        assertThat(failure(UPDATE, Map.of("n", 2), DOCUMENT_ID, NUMBER, EXPECTED_UPDATE_TIME, read))
                .isNull();
        assertThat(read(user(NUMBER)).getLong("n")).isEqualTo(2);
    }

    @Test
    void refusesToUpdateADocumentThatWasWrittenSinceItWasRead() throws Exception {
        Timestamp read = user(NUMBER).set(Map.of("n", 1)).get().getUpdateTime();
        user(NUMBER).set(Map.of("n", 2)).get();

        Exception failure = failure(UPDATE, Map.of("n", 3), DOCUMENT_ID, NUMBER, EXPECTED_UPDATE_TIME, read);

        assertThat(failure).isInstanceOf(DocumentChangedException.class);
        assertThat(read(user(NUMBER)).getLong("n")).isEqualTo(2);
    }

    @Test
    void refusesToUpdateADocumentThatIsNotThere() {
        assertThat(failure(UPDATE, Map.of("n", 1), DOCUMENT_ID, NUMBER)).isInstanceOf(DocumentNotFoundException.class);
    }

    @Test
    void refusesToUpdateADocumentThatWasDeletedSinceItWasRead() throws Exception {
        Timestamp read = user(NUMBER).set(Map.of("n", 1)).get().getUpdateTime();
        user(NUMBER).delete().get();

        Exception failure = failure(UPDATE, Map.of("n", 2), DOCUMENT_ID, NUMBER, EXPECTED_UPDATE_TIME, read);

        assertThat(failure).isInstanceOfAny(DocumentNotFoundException.class, DocumentChangedException.class);
    }

    @Test
    void refusesAnOperationWithoutTheIdThatItNeeds() {
        assertThat(failure("google-firestore:users", Map.of("n", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setDocument needs a document id");
    }

    @Test
    void refusesAnOperatorThatThereIsNot() {
        Object[] query = {QUERY_FIELD, "n", QUERY_OPERATOR, "like", QUERY_VALUE, NUMBER};
        assertThat(failure("google-firestore:users?operation=queryCollection", null, query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no query operator like");
    }

    @Test
    void refusesABodyThatIsNoDocument() {
        for (Object body : new Object[] {null, NUMBER, "{\"to\": \"" + NUMBER + "\"; x}", 5}) {
            assertThat(failure("google-firestore:users", body, DOCUMENT_ID, "ann"))
                    .isInstanceOf(InvalidPayloadException.class);
        }
    }

    @Test
    void refusesWhatFirestoreCannotHold() {
        assertThat(failure("google-firestore:users", Map.of("to", new Object[] {NUMBER}), DOCUMENT_ID, "ann"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("INVALID_ARGUMENT");
    }

    @Test
    void saysThatAnUnreachableStoreIsUnavailable() {
        Exception failure =
                failure("google-firestore:users?emulatorHost=127.0.0.1:1", Map.of("n", 1), DOCUMENT_ID, NUMBER);

        assertThat(failure).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isUnavailable())
                .isTrue());
    }

    /** The failure of an exchange; whatever it is, nothing of the document is in it. */
    private Exception failure(String uri, Object body, Object... headers) {
        Exception failure = ask(uri, body, headers).getException();
        if (failure != null) {
            StringWriter printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed));
            assertThat(printed.toString()).doesNotContain("5005550006");
        }
        return failure;
    }
}
