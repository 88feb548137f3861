package io.bactrian.component.firestore;

import com.google.cloud.firestore.DocumentChange;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a listener was told and its route was not yet: of each document the latest, in the order of the first. So what
 * waits is never more than the documents there are, however often they change.
 */
final class PendingChanges {

    record Change(DocumentChange.Type type, QueryDocumentSnapshot document) {}

    private final Map<String, Change> waiting = new LinkedHashMap<>();

    synchronized void add(DocumentChange.Type type, QueryDocumentSnapshot document) {
        waiting.compute(document.getId(), (id, before) -> join(before, new Change(type, document)));
    }

    /** Null where nothing waits. */
    synchronized Change poll() {
        if (waiting.isEmpty()) {
            return null;
        }
        return waiting.remove(waiting.keySet().iterator().next());
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized void clear() {
        waiting.clear();
    }

    /** What came and went unseen is nothing; what the route knows and went and came has changed. */
    private static Change join(Change before, Change now) {
        if (before == null) {
            return now;
        }
        boolean unseen = before.type() == DocumentChange.Type.ADDED;
        boolean gone = now.type() == DocumentChange.Type.REMOVED;
        if (gone) {
            return unseen ? null : now;
        }
        return new Change(unseen ? DocumentChange.Type.ADDED : DocumentChange.Type.MODIFIED, now.document());
    }
}
