package io.bactrian.store.firestore;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Firestore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** What Firestore holds of a message, read with Google's own client. */
public final class FirestoreStored {

    private FirestoreStored() {}

    /** Empty where there is no such message. */
    public static Map<String, Object> of(Firestore firestore, String messageId)
            throws ExecutionException, InterruptedException {
        Map<String, Object> fields = new HashMap<>();
        for (String collection : List.of("incomingMessages", "outgoingMessages")) {
            var document =
                    firestore.collection(collection).document(messageId).get().get();
            if (document.exists()) {
                document.getData().forEach((name, value) -> fields.put(name, plain(value)));
            }
        }
        return fields;
    }

    private static Object plain(Object value) {
        return value instanceof Timestamp time ? Instant.ofEpochSecond(time.getSeconds(), time.getNanos()) : value;
    }
}
