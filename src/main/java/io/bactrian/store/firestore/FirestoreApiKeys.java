package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.Transaction;
import io.bactrian.keys.ApiKey;
import io.bactrian.keys.ApiKeys;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** The keys, in the collection {@code apiKeys}. */
class FirestoreApiKeys implements ApiKeys {

    private static final String REVOKED_AT = "revokedAt";
    private static final String LAST_USED_AT = "lastUsedAt";

    private final KeyDocuments documents = new KeyDocuments();
    private final DocumentIds ids = new DocumentIds();
    private final CollectionReference keys;
    private final Firestore firestore;

    FirestoreApiKeys(Firestore firestore) {
        this.keys = firestore.collection(KeyDocuments.COLLECTION);
        this.firestore = firestore;
    }

    @Override
    public void create(ApiKey key, String hash) {
        Answers.to("create a key", keys.document(ids.of(key.id())).create(documents.of(key, hash)));
    }

    @Override
    public Optional<ApiKey> findByHash(String hash) {
        return Answers.to("find a key", keys.whereEqualTo("hash", hash).limit(1).get()).getDocuments().stream()
                .map(document -> documents.key(document.getData()))
                .findFirst();
    }

    @Override
    public Page<ApiKey> page(PageRequest wanted) {
        Query theirs = wanted.tenant() == null ? keys : keys.whereEqualTo("tenant", wanted.tenant());
        var found = Pages.newestFirst(theirs, "createdAt", wanted, id -> document(wanted.tenant(), id)).stream()
                .map(document -> documents.key(document.getData()))
                .toList();
        return Pages.of(found, wanted, ApiKey::id);
    }

    private Optional<DocumentSnapshot> document(String tenant, String id) {
        return Optional.of(Answers.to("find a key", keys.document(ids.of(id)).get()))
                .filter(DocumentSnapshot::exists)
                .filter(document -> tenant == null || tenant.equals(document.getString("tenant")));
    }

    @Override
    public Optional<ApiKey> revoke(String tenant, String id, Instant at) {
        document(tenant, id)
                .ifPresent(key -> Answers.to("revoke a key", firestore.runTransaction(all -> revoke(all, key, at))));
        return document(tenant, id).map(document -> documents.key(document.getData()));
    }

    private static boolean revoke(Transaction transaction, DocumentSnapshot found, Instant at) throws Exception {
        DocumentSnapshot key = transaction.get(found.getReference()).get();
        boolean first = key.get(REVOKED_AT) == null;
        if (first) {
            transaction.update(key.getReference(), REVOKED_AT, Fields.time(at));
        }
        return first;
    }

    /** Two instances may each write their hour; a lost race is one of the same hour, or the next use's to mend. */
    @Override
    public void used(String id, Instant at) {
        document(null, id)
                .filter(key -> isBefore(new Fields(key.getData()).instant(LAST_USED_AT), at))
                .ifPresent(key -> Answers.to("use a key", key.getReference().update(LAST_USED_AT, Fields.time(at))));
    }

    private static boolean isBefore(Instant stored, Instant at) {
        return stored == null || stored.isBefore(at);
    }
}
