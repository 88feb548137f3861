package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import io.bactrian.conversations.CannedReplies;
import io.bactrian.conversations.CannedReply;
import io.bactrian.conversations.NameTakenException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The collection {@code cannedReplies}; the id is the reply's. */
class FirestoreCannedReplies implements CannedReplies {

    static final String COLLECTION = "cannedReplies";

    private final Firestore firestore;
    private final CollectionReference replies;
    private final DocumentIds ids = new DocumentIds();

    FirestoreCannedReplies(Firestore firestore) {
        this.firestore = firestore;
        this.replies = firestore.collection(COLLECTION);
    }

    @Override
    public List<CannedReply> all(String tenant) {
        Query query = replies.whereEqualTo("tenant", tenant).orderBy("name").limit(MOST);
        return Answers.to("list canned replies", query.get()).getDocuments().stream()
                .map(document -> reply(new Fields(document.getData())))
                .toList();
    }

    @Override
    public void create(String tenant, CannedReply reply) {
        write(tenant, reply, true);
    }

    @Override
    public boolean update(String tenant, CannedReply reply) {
        return write(tenant, reply, false);
    }

    /** One transaction, in which the name is looked for as well: two of the same name lose one of them. */
    private boolean write(String tenant, CannedReply reply, boolean create) {
        DocumentReference document = replies.document(ids.of(reply.id()));
        Query sameName = replies.whereEqualTo("tenant", tenant).whereEqualTo("name", reply.name());
        Written written = Answers.to("write a canned reply", firestore.runTransaction(transaction -> {
            DocumentSnapshot known = transaction.get(document).get();
            boolean taken = transaction.get(sameName).get().getDocuments().stream()
                    .anyMatch(other -> !other.getId().equals(document.getId()));
            boolean there = known.exists() && tenant.equals(known.getString("tenant"));
            if (!create && !there) {
                return Written.NOT_THERE;
            }
            if (taken) {
                return Written.TAKEN;
            }
            transaction.set(document, fields(tenant, reply));
            return Written.DONE;
        }));
        if (written == Written.TAKEN) {
            throw new NameTakenException();
        }
        return written == Written.DONE;
    }

    @Override
    public boolean delete(String tenant, String id) {
        DocumentSnapshot known =
                Answers.to("find a canned reply", replies.document(ids.of(id)).get());
        boolean there = known.exists() && tenant.equals(known.getString("tenant"));
        if (there) {
            Answers.to("delete a canned reply", known.getReference().delete());
        }
        return there;
    }

    private static Map<String, Object> fields(String tenant, CannedReply reply) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", reply.id());
        fields.put("tenant", tenant);
        fields.put("name", reply.name());
        fields.put("text", reply.text());
        fields.put("changedAt", Fields.time(reply.changedAt()));
        fields.put("changedBy", reply.changedBy());
        return fields;
    }

    private static CannedReply reply(Fields fields) {
        return new CannedReply(
                fields.text("id"),
                fields.text("name"),
                fields.text("text"),
                fields.instant("changedAt"),
                fields.text("changedBy"));
    }

    private enum Written {
        DONE,
        TAKEN,
        NOT_THERE
    }
}
