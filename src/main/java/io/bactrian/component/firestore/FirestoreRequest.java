package io.bactrian.component.firestore;

import static io.bactrian.component.firestore.GoogleFirestoreConstants.COLLECTION_NAME;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.DOCUMENT_ID;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.EXPECTED_UPDATE_TIME;
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

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.SetOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;

/** What an exchange asks for: its headers, and behind them the endpoint's options. */
record FirestoreRequest(Message message, GoogleFirestoreConfiguration options, Firestore client) {

    GoogleFirestoreOperations operation() {
        GoogleFirestoreOperations asked = message.getHeader(OPERATION, GoogleFirestoreOperations.class);
        GoogleFirestoreOperations operation = asked == null ? options.getOperation() : asked;
        return operation == null ? GoogleFirestoreOperations.setDocument : operation;
    }

    CollectionReference collection() {
        return client.collection(text(COLLECTION_NAME).orElse(options.getCollectionName()));
    }

    DocumentReference document() {
        return collection()
                .document(documentId().orElseThrow(() -> new UnusableRequest(operation() + " needs a document id")));
    }

    Optional<String> documentId() {
        return givenId().or(() -> Optional.ofNullable(options.getDocumentId()));
    }

    /** The header's alone. */
    Optional<String> givenId() {
        return text(DOCUMENT_ID);
    }

    /** How to merge; nothing where the document is to be replaced. */
    Optional<SetOptions> merge() {
        if (!message.getHeader(MERGE, false, Boolean.class)) {
            return Optional.empty();
        }
        List<?> fields = message.getHeader(MERGE_FIELDS, List.class);
        return Optional.of(
                fields == null || fields.isEmpty()
                        ? SetOptions.merge()
                        : SetOptions.mergeFieldPaths(fields.stream()
                                .map(field -> FieldPath.of(field.toString()))
                                .toList()));
    }

    Optional<Timestamp> expectedUpdateTime() {
        return Optional.ofNullable(message.getHeader(EXPECTED_UPDATE_TIME, Timestamp.class));
    }

    Query query() {
        return new FirestoreQuery(
                        text(QUERY_FIELD).orElse(null),
                        text(QUERY_OPERATOR).orElse(null),
                        DocumentData.value(message.getHeader(QUERY_VALUE)),
                        text(QUERY_ORDER_BY).orElse(null),
                        message.getHeader(QUERY_ORDER_DIRECTION, Query.Direction.class),
                        message.getHeader(QUERY_LIMIT, Integer.class),
                        (Map<?, ?>) DocumentData.value(message.getHeader(QUERY_EQUALS, Map.of(), Map.class)))
                .on(collection());
    }

    private Optional<String> text(String header) {
        return Optional.ofNullable(message.getHeader(header, String.class)).filter(text -> !text.isBlank());
    }
}
