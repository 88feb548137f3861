package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import io.bactrian.directory.Group;
import io.bactrian.directory.GroupNameTakenException;
import io.bactrian.directory.Groups;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The collection {@code groups}; the id is the group's, and its members' ids are in it, at most 40 KiB of them. */
class FirestoreGroups implements Groups {

    static final String COLLECTION = "groups";
    private static final String MEMBERS = "members";

    private final Firestore firestore;
    private final CollectionReference groups;
    private final DocumentIds ids = new DocumentIds();

    FirestoreGroups(Firestore firestore) {
        this.firestore = firestore;
        this.groups = firestore.collection(COLLECTION);
    }

    @Override
    public List<Group> all(String tenant) {
        return byName(groups.whereEqualTo("tenant", tenant));
    }

    @Override
    public List<Group> of(String tenant, String userId) {
        return byName(groups.whereEqualTo("tenant", tenant).whereArrayContains(MEMBERS, userId));
    }

    private static List<Group> byName(Query query) {
        return Answers.to("list groups", query.orderBy("name").limit(MOST).get()).getDocuments().stream()
                .map(FirestoreGroups::group)
                .toList();
    }

    @Override
    public Optional<Group> find(String tenant, String id) {
        return document(tenant, id).map(FirestoreGroups::group);
    }

    @Override
    public void create(String tenant, Group group) {
        write(tenant, group, true);
    }

    @Override
    public boolean rename(String tenant, Group group) {
        return write(tenant, group, false);
    }

    /** One transaction, in which the name is looked for as well: two of the same name lose one of them. */
    private boolean write(String tenant, Group group, boolean create) {
        DocumentReference document = groups.document(ids.of(group.id()));
        Query sameName = groups.whereEqualTo("tenant", tenant).whereEqualTo("name", group.name());
        Written written = Answers.to("write a group", firestore.runTransaction(transaction -> {
            DocumentSnapshot known = transaction.get(document).get();
            boolean taken = transaction.get(sameName).get().getDocuments().stream()
                    .anyMatch(other -> !other.getId().equals(document.getId()));
            if (!create && !tenant.equals(known.getString("tenant"))) {
                return Written.NOT_THERE;
            }
            if (taken) {
                return Written.TAKEN;
            }
            transaction.set(document, fields(tenant, group, known));
            return Written.DONE;
        }));
        if (written == Written.TAKEN) {
            throw new GroupNameTakenException();
        }
        return written == Written.DONE;
    }

    @Override
    public boolean delete(String tenant, String id) {
        Optional<DocumentSnapshot> known = document(tenant, id);
        known.ifPresent(
                group -> Answers.to("delete a group", group.getReference().delete()));
        return known.isPresent();
    }

    @Override
    public List<String> members(String tenant, String id) {
        return document(tenant, id).map(FirestoreGroups::members).orElse(List.of()).stream()
                .sorted()
                .toList();
    }

    @Override
    public void add(String tenant, String id, String userId) {
        change(tenant, id, FieldValue.arrayUnion(userId));
    }

    @Override
    public void remove(String tenant, String id, String userId) {
        change(tenant, id, FieldValue.arrayRemove(userId));
    }

    private void change(String tenant, String id, FieldValue change) {
        document(tenant, id)
                .ifPresent(group ->
                        Answers.to("change a group", group.getReference().update(MEMBERS, change)));
    }

    private Optional<DocumentSnapshot> document(String tenant, String id) {
        return Optional.of(
                        Answers.to("find a group", groups.document(ids.of(id)).get()))
                .filter(group -> tenant.equals(group.getString("tenant")));
    }

    private static Map<String, Object> fields(String tenant, Group group, DocumentSnapshot known) {
        return Map.of(
                "id",
                group.id(),
                "tenant",
                tenant,
                "name",
                group.name(),
                MEMBERS,
                members(known),
                "changedAt",
                Fields.time(group.changedAt()),
                "changedBy",
                group.changedBy());
    }

    @SuppressWarnings("unchecked")
    private static List<String> members(DocumentSnapshot group) {
        return group.get(MEMBERS) instanceof List<?> members ? (List<String>) members : List.of();
    }

    private static Group group(DocumentSnapshot document) {
        Fields fields = new Fields(document.getData());
        return new Group(
                fields.text("id"),
                fields.text("name"),
                members(document).size(),
                fields.instant("changedAt"),
                fields.text("changedBy"));
    }

    private enum Written {
        DONE,
        TAKEN,
        NOT_THERE
    }
}
