package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import com.google.cloud.firestore.WriteBatch;
import io.bactrian.trace.Episode;
import io.bactrian.trace.StepsJson;
import io.bactrian.trace.Traces;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What routes decided, in the collection {@code messageTraces}; the id is the episode's. */
class FirestoreTraces implements Traces {

    static final String COLLECTION = "messageTraces";

    private static final String BEGAN_AT = "beganAt";

    /** As many writes as every version of Firestore takes in a commit. */
    private static final int AT_ONCE = 500;

    private final Firestore firestore;
    private final CollectionReference episodes;
    private final DocumentIds ids = new DocumentIds();

    FirestoreTraces(Firestore firestore) {
        this.firestore = firestore;
        this.episodes = firestore.collection(COLLECTION);
    }

    /** Written over where it is there already: it is the same then. */
    @Override
    public void keep(List<Episode> kept) {
        WriteBatch batch = firestore.batch();
        kept.forEach(episode -> batch.set(episodes.document(ids.of(episode.id())), document(episode)));
        Answers.to("keep traces", batch.commit());
    }

    private static Map<String, Object> document(Episode episode) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", episode.id());
        fields.put("messageId", episode.messageId());
        fields.put(BEGAN_AT, Fields.time(episode.at()));
        fields.put("route", episode.route());
        fields.put("instance", episode.instance());
        fields.put("steps", StepsJson.write(episode.steps()));
        return fields;
    }

    @Override
    public List<Episode> of(Collection<String> messageIds) {
        return Answers.to(
                        "find traces",
                        episodes.whereIn("messageId", List.copyOf(messageIds))
                                .limit(AT_ONCE)
                                .get())
                .getDocuments()
                .stream()
                .map(document -> episode(document.getData()))
                .sorted(Comparator.comparing(Episode::at).thenComparing(Episode::id))
                .toList();
    }

    private static Episode episode(Map<String, Object> document) {
        Fields fields = new Fields(document);
        return new Episode(
                fields.text("id"),
                fields.text("messageId"),
                fields.instant(BEGAN_AT),
                fields.text("route"),
                fields.text("instance"),
                StepsJson.read(fields.text("steps")));
    }

    @Override
    public int forget(Instant before) {
        int all = 0;
        int last = AT_ONCE;
        while (last == AT_ONCE) {
            last = forgetSome(before);
            all += last;
        }
        return all;
    }

    private int forgetSome(Instant before) {
        List<QueryDocumentSnapshot> old = Answers.to(
                        "find old traces",
                        episodes.whereLessThan(BEGAN_AT, Fields.time(before))
                                .limit(AT_ONCE)
                                .get())
                .getDocuments();
        WriteBatch batch = firestore.batch();
        old.forEach(episode -> batch.delete(episode.getReference()));
        if (!old.isEmpty()) {
            Answers.to("forget traces", batch.commit());
        }
        return old.size();
    }
}
