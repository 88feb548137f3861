package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import io.bactrian.audit.AuditEntry;
import io.bactrian.audit.AuditLog;
import io.bactrian.audit.AuditQuery;
import io.bactrian.paging.Page;
import java.util.Optional;

/** What was done, in the collection {@code auditEntries}. */
class FirestoreAuditLog implements AuditLog {

    private static final String TIME = "calledAt";

    private final AuditDocuments documents = new AuditDocuments();
    private final DocumentIds ids = new DocumentIds();
    private final CollectionReference entries;

    FirestoreAuditLog(Firestore firestore) {
        this.entries = firestore.collection(AuditDocuments.COLLECTION);
    }

    @Override
    public Page<AuditEntry> page(AuditQuery wanted) {
        String tenant = wanted.page().tenant();
        Query query = equal(entries, "tenant", tenant);
        query = equal(query, "who", wanted.who());
        query = equal(query, "operation", wanted.operation());
        if (wanted.since() != null) {
            query = query.whereGreaterThanOrEqualTo(TIME, Fields.time(wanted.since()));
        }
        if (wanted.until() != null) {
            query = query.whereLessThan(TIME, Fields.time(wanted.until()));
        }
        var found = Pages.newestFirst(query, TIME, wanted.page(), id -> document(tenant, id)).stream()
                .map(document -> documents.entry(document.getData()))
                .toList();
        return Pages.of(found, wanted.page(), AuditEntry::id);
    }

    private static Query equal(Query query, String field, String value) {
        return value == null ? query : query.whereEqualTo(field, value);
    }

    private Optional<DocumentSnapshot> document(String tenant, String id) {
        return Optional.of(
                        Answers.to("find an entry", entries.document(ids.of(id)).get()))
                .filter(DocumentSnapshot::exists)
                .filter(document -> tenant == null || tenant.equals(document.getString("tenant")));
    }
}
