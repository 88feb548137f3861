package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import java.util.TreeMap;

/**
 * {@code HOST PROJECT COLLECTION…}: a program of somebody else's, which knows Google's client and nothing of ours. It
 * prints a line for each field of each document: collection, id, name, type.
 */
final class DocumentReader {

    private DocumentReader() {}

    public static void main(String[] args) throws Exception {
        FirestoreOptions options = FirestoreOptions.newBuilder()
                .setEmulatorHost(args[0])
                .setProjectId(args[1])
                .setCredentials(new FirestoreOptions.EmulatorCredentials())
                .build();
        try (Firestore firestore = options.getService()) {
            for (int i = 2; i < args.length; i++) {
                for (QueryDocumentSnapshot document :
                        firestore.collection(args[i]).get().get()) {
                    print(args[i], document);
                }
            }
        }
    }

    private static void print(String collection, QueryDocumentSnapshot document) {
        new TreeMap<>(document.getData())
                .forEach((name, value) -> System.out.println(String.join(
                        " ",
                        "field",
                        collection,
                        document.getId(),
                        name,
                        value == null ? "null" : value.getClass().getSimpleName())));
    }
}
