package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.Tenant;
import io.bactrian.optout.OptOutLog;
import io.bactrian.optout.OptOutQuery;
import io.bactrian.paging.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Who opted out, in the collection {@code optOuts}. Documents that an earlier version wrote have neither tenant nor scope:
 * they are the default tenant's, about all senders. So what is asked for the default tenant is picked from everybody's.
 */
class FirestoreOptOutLog implements OptOutLog {

    /** So many pages are looked through for one: of a scope that is rare, a page may hold few, or none. */
    private static final int ROUNDS = 10;

    private final OptOutDocuments documents = new OptOutDocuments();
    private final CollectionReference optOuts;

    FirestoreOptOutLog(Firestore firestore) {
        this.optOuts = firestore.collection(OptOutDocuments.COLLECTION);
    }

    @Override
    public Page<OptOutChange> page(OptOutQuery wanted) {
        int limit = wanted.page().limit();
        TimeCursor cursor = TimeCursor.of(wanted.page().cursor());
        List<OptOutChange> page = new ArrayList<>();
        for (int round = 0; round < ROUNDS && page.size() < limit && cursor != null; round++) {
            List<OptOutChange> seen = read(cursor, wanted, limit + 1);
            int taken = 0;
            while (taken < Math.min(seen.size(), limit) && page.size() < limit) {
                OptOutChange wish = seen.get(taken++);
                if (isWanted(wish, wanted)) {
                    page.add(wish);
                }
            }
            cursor = taken == seen.size() ? null : cursor.after(seen.subList(0, taken));
        }
        return new Page<>(page, cursor == null ? null : cursor.text());
    }

    private List<OptOutChange> read(TimeCursor cursor, OptOutQuery wanted, int limit) {
        Query query = cursor.before(query(wanted)).limit(limit);
        return Answers.to("a page of opt-outs", query.get()).getDocuments().stream()
                .map(document -> documents.change(document.getData()))
                .toList();
    }

    private static boolean isWanted(OptOutChange wish, OptOutQuery wanted) {
        return wish.tenant().equals(wanted.page().tenant())
                && (wanted.scope() == null || wanted.scope().equals(wish.scope()));
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
