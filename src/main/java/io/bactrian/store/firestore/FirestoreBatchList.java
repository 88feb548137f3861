package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import io.bactrian.batches.BatchList;
import io.bactrian.batches.BatchState;
import io.bactrian.batches.Batches;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.util.List;
import java.util.Optional;

/** The collection {@code batches}, newest first. What is in each is counted when it is asked for. */
class FirestoreBatchList implements BatchList {

    private final DocumentIds ids = new DocumentIds();
    private final CollectionReference collection;
    private final Batches batches;

    FirestoreBatchList(Firestore firestore, Batches batches) {
        this.collection = firestore.collection(BatchDocuments.COLLECTION);
        this.batches = batches;
    }

    @Override
    public Page<BatchState> page(PageRequest wanted) {
        String tenant = wanted.tenant();
        List<String> found = Pages.newestFirst(
                        collection.whereEqualTo("tenant", tenant), "createdAt", wanted, id -> document(tenant, id))
                .stream()
                .map(document -> document.getString("id"))
                .toList();
        Page<String> page = Pages.of(found, wanted, id -> id);
        List<BatchState> states = page.items().stream()
                .map(id -> batches.find(tenant, id))
                .flatMap(Optional::stream)
                .toList();
        return new Page<>(states, page.nextCursor());
    }

    private Optional<DocumentSnapshot> document(String tenant, String id) {
        return Optional.of(Answers.to(
                        "find a batch", collection.document(ids.of(id)).get()))
                .filter(document -> tenant.equals(document.getString("tenant")));
    }
}
