package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import io.bactrian.domain.Lane;
import io.bactrian.domain.Priority;
import io.bactrian.turns.FairClaim;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lanes in which messages wait: from each one on, an index leads to the next. That is a call for each lane, so
 * one search goes through a limited number, and the next one goes on behind them.
 */
public final class DueLanes {

    /** Of one priority. */
    private static final int LANES = 50;

    private final CollectionReference messages;

    DueLanes(Firestore firestore) {
        this.messages = firestore.collection(OutgoingDocuments.COLLECTION);
    }

    public void find(DueMessages due) {
        FairClaim fair = due.fair();
        fair.lookAtNoMoreThan(LANES);
        List<Lane> lanes = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            lanes.addAll(of(priority.ordinal(), fair.after(priority.ordinal())));
        }
        due.lanes(lanes);
    }

    private List<Lane> of(int rank, String after) {
        List<Lane> lanes = new ArrayList<>();
        String last = after;
        while (last != null && lanes.size() < LANES) {
            last = next(last, String.valueOf(rank + 1));
            if (last != null) {
                lanes.add(new Lane(last, lanes.size() + 1));
            }
        }
        return lanes;
    }

    private String next(String after, String stop) {
        List<QueryDocumentSnapshot> found = Answers.to(
                        "find lanes",
                        messages.whereGreaterThan(OutgoingDocuments.LANE, after)
                                .whereLessThan(OutgoingDocuments.LANE, stop)
                                .orderBy(OutgoingDocuments.LANE)
                                .limit(1)
                                .select(OutgoingDocuments.LANE)
                                .get())
                .getDocuments();
        return found.isEmpty() ? null : found.get(0).getString(OutgoingDocuments.LANE);
    }
}
