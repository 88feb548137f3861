package io.bactrian.store.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import io.bactrian.domain.StoreException;
import io.bactrian.moving.HouseContents;
import io.bactrian.moving.MovedRecord;
import io.bactrian.moving.RecordKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that Firestore holds. Messages are read in the order of their times, and those of the same time in that of
 * their ids.
 */
class FirestoreHouse implements HouseContents {

    private final Firestore firestore;
    private final HouseBatch batch;

    FirestoreHouse(Firestore firestore) {
        this.firestore = firestore;
        this.batch = new HouseBatch(firestore);
    }

    @Override
    public String address() {
        FirestoreOptions options = firestore.getOptions();
        String host = options.getEmulatorHost() == null ? options.getHost() : options.getEmulatorHost();
        return "firestore:" + options.getProjectId() + "/" + options.getDatabaseId() + "@" + host;
    }

    @Override
    public long count(RecordKind kind) {
        return count(kind, place(kind).all());
    }

    private static long count(RecordKind kind, Query query) {
        return Answers.to("count " + kind.collection(), query.count().get()).getCount();
    }

    /** @throws StoreException also where messages have no time: they would be left behind in silence */
    @Override
    public Batch read(RecordKind kind, String after, int limit) {
        HousePlace place = place(kind);
        if (after == null && place.time() != null && count(kind, place.ordered()) < count(kind)) {
            throw new StoreException("read " + kind.collection(), "some are without " + place.time(), false, null);
        }
        Query page = after == null ? place.ordered() : place.after(after);
        List<QueryDocumentSnapshot> found =
                Answers.to("read " + kind.collection(), page.limit(limit).get()).getDocuments();
        List<MovedRecord> records = found.stream()
                .map(document -> HouseDocuments.record(kind, document))
                .toList();
        return new Batch(records, found.isEmpty() ? null : place.mark(found.get(found.size() - 1)));
    }

    /**
     * Whether each of them can be kept is found out before the first is written; they are then written in commits of a
     * size that Firestore takes, each of them all or nothing. Where a later one fails, the same call goes on there.
     */
    @Override
    public void put(RecordKind kind, List<MovedRecord> records) {
        HousePlace place = place(kind);
        Map<DocumentReference, Map<String, Object>> documents = new LinkedHashMap<>();
        for (MovedRecord moved : records) {
            documents.putIfAbsent(place.document(moved), HouseDocuments.of(moved));
        }
        batch.createMissing(kind, documents);
    }

    private HousePlace place(RecordKind kind) {
        return new HousePlace(firestore, kind);
    }
}
