package io.bactrian.component.firestore;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.BulkWriter;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import com.google.cloud.firestore.WriteResult;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One write, said twice: a write that the client refuses to encode would shift the results of all others in its batch
 * if it got as far as the bulk writer, so it is tried on a batch first, which goes nowhere.
 */
record DocumentWrite(Consumer<WriteBatch> trial, Function<BulkWriter, ApiFuture<WriteResult>> sending) {

    static DocumentWrite set(DocumentReference document, Map<String, Object> data) {
        return new DocumentWrite(batch -> batch.set(document, data), writer -> writer.set(document, data));
    }

    static DocumentWrite merge(DocumentReference document, Map<String, Object> data, SetOptions how) {
        return new DocumentWrite(batch -> batch.set(document, data, how), writer -> writer.set(document, data, how));
    }

    static DocumentWrite create(DocumentReference document, Map<String, Object> data) {
        return new DocumentWrite(batch -> batch.create(document, data), writer -> writer.create(document, data));
    }

    static DocumentWrite update(DocumentReference document, Map<String, Object> data) {
        return new DocumentWrite(batch -> batch.update(document, data), writer -> writer.update(document, data));
    }

    static DocumentWrite update(DocumentReference document, Map<String, Object> data, Precondition condition) {
        return new DocumentWrite(
                batch -> batch.update(document, data, condition), writer -> writer.update(document, data, condition));
    }

    static DocumentWrite delete(DocumentReference document) {
        return new DocumentWrite(batch -> batch.delete(document), writer -> writer.delete(document));
    }
}
