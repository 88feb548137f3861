package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.Tenant;
import io.bactrian.optout.OptOutLog;
import io.bactrian.optout.OptOutQuery;
import io.bactrian.paging.Page;
import java.time.Instant;
import java.util.List;

/**
 * Who opted out, in the collection {@code optOuts}. Documents that an earlier version wrote have neither tenant nor scope:
 * they are the default tenant's, about all senders. So what is asked for the default tenant is picked from everybody's.
 */
class FirestoreOptOutLog implements OptOutLog {

    private final OptOutDocuments documents = new OptOutDocuments();
    private final CollectionReference optOuts;

    FirestoreOptOutLog(Firestore firestore) {
        this.optOuts = firestore.collection(OptOutDocuments.COLLECTION);
    }

    @Override
    public Page<OptOutChange> page(OptOutQuery wanted) {
        int limit = wanted.page().limit();
        TimeCursor cursor = TimeCursor.of(wanted.page().cursor());
        Query query = cursor.before(query(wanted)).limit(limit + 1);
        List<QueryDocumentSnapshot> found =
                Answers.to("a page of opt-outs", query.get()).getDocuments();
        List<OptOutChange> wishes = found.stream()
                .limit(limit)
                .map(document -> documents.change(document.getData()))
                .filter(wish -> wish.tenant().equals(wanted.page().tenant()))
                .filter(wish -> wanted.scope() == null || wanted.scope().equals(wish.scope()))
                .toList();
        return new Page<>(wishes, found.size() <= limit ? null : cursor.after(times(found.subList(0, limit))));
    }

    private static List<Instant> times(List<QueryDocumentSnapshot> found) {
        return found.stream()
                .map(document -> new Fields(document.getData()).instant(OptOutDocuments.TIME))
                .toList();
    }

    private Query query(OptOutQuery wanted) {
        Query query = optOuts;
        if (!Tenant.DEFAULT.equals(wanted.page().tenant())) {
            query = query.whereEqualTo("tenant", wanted.page().tenant());
        }
        if (wanted.optedOut() != null) {
            query = query.whereEqualTo("optedOut", wanted.optedOut());
        }
        if (wanted.person() != null) {
            query = query.whereEqualTo("phoneNumber", wanted.person().value());
        }
        if (wanted.since() != null) {
            query = query.whereGreaterThanOrEqualTo(OptOutDocuments.TIME, Fields.time(wanted.since()));
        }
        if (wanted.until() != null) {
            query = query.whereLessThan(OptOutDocuments.TIME, Fields.time(wanted.until()));
        }
        return query.orderBy(OptOutDocuments.TIME, Query.Direction.DESCENDING);
    }
}
