package io.bactrian.component.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.Query;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;

/**
 * The eight operations. Each gives, when it is done, what fills the message with its answer.
 *
 * @param blocking runs the one call of the client that holds its thread, the listing of collections
 * @param name of where this is, safe to print
 */
record Operations(Connection connection, Executor blocking, String name) {

    CompletableFuture<Consumer<Message>> begin(Exchange exchange, GoogleFirestoreConfiguration options)
            throws InvalidPayloadException {
        FirestoreRequest request = new FirestoreRequest(exchange.getMessage(), options, connection.client());
        return switch (request.operation()) {
            case setDocument -> set(request, DocumentData.of(exchange));
            case createDocument -> create(request, DocumentData.of(exchange));
            case updateDocument -> update(request, DocumentData.of(exchange));
            case deleteDocument -> {
                DocumentReference document = request.document();
                yield write(document, DocumentWrite.delete(document), true);
            }
            case getDocumentById -> get(request.document());
            case queryCollection -> list(request.query());
            case listDocuments -> list(request.collection());
            case listCollections -> collections(request);
        };
    }

    private CompletableFuture<Consumer<Message>> set(FirestoreRequest request, Map<String, Object> fields) {
        DocumentReference document = request.document();
        Map<String, Object> data = DocumentData.encodable(fields);
        DocumentWrite write = request.merge()
                .map(how -> DocumentWrite.merge(document, data, how))
                .orElseGet(() -> DocumentWrite.set(document, data));
        return write(document, write, fields);
    }

    /** The contract makes up the id. That an id may be given, and is then refused where it is taken, is ours. */
    private CompletableFuture<Consumer<Message>> create(FirestoreRequest request, Map<String, Object> fields) {
        CollectionReference collection = request.collection();
        DocumentReference document = request.givenId().map(collection::document).orElseGet(collection::document);
        return write(document, DocumentWrite.create(document, DocumentData.encodable(fields)), fields);
    }

    /** The guard by the time of the last write is ours. */
    private CompletableFuture<Consumer<Message>> update(FirestoreRequest request, Map<String, Object> fields) {
        DocumentReference document = request.document();
        Map<String, Object> data = DocumentData.encodable(fields);
        DocumentWrite write = request.expectedUpdateTime()
                .map(time -> DocumentWrite.update(document, data, Precondition.updatedAt(time)))
                .orElseGet(() -> DocumentWrite.update(document, data));
        return write(document, write, fields);
    }

    private CompletableFuture<Consumer<Message>> write(DocumentReference document, DocumentWrite write, Object body) {
        return connection.write(write, name).handle((result, failure) -> {
            if (failure != null) {
                throw Failures.ofWrite(name, failure);
            }
            return message -> {
                message.setBody(body);
                Answers.place(message, document);
                message.setHeader(GoogleFirestoreConstants.RESPONSE_UPDATE_TIME, result.getUpdateTime());
            };
        });
    }

    private CompletableFuture<Consumer<Message>> get(DocumentReference document) {
        return connection.lookUp(document, name).thenApply(found -> message -> {
            if (found.exists()) {
                Answers.document(message, found);
            } else {
                message.setBody(null);
                message.setHeader(GoogleFirestoreConstants.RESPONSE_DOCUMENT_ID, document.getId());
            }
        });
    }

    private CompletableFuture<Consumer<Message>> list(Query query) {
        return connection
                .query(query, name)
                .thenApply(found -> message -> message.setBody(
                        found.getDocuments().stream().map(Answers::listed).toList()));
    }

    private CompletableFuture<Consumer<Message>> collections(FirestoreRequest request) {
        return CompletableFuture.supplyAsync(
                        () -> request.documentId().isPresent()
                                ? request.document().listCollections()
                                : connection.client().listCollections(),
                        blocking)
                .thenApply(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(CollectionReference::getId)
                        .toList())
                .thenApply(ids -> message -> message.setBody(ids));
    }
}
