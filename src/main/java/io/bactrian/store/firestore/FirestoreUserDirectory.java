package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Transaction;
import io.bactrian.directory.NumberTakenException;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserKey;
import io.bactrian.domain.UserStatus;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The directory in the collection {@code users}. A user's id is a field of its own: the document's id is the number, and its tenant. */
class FirestoreUserDirectory implements UserDirectory {

    /** A query takes no more. */
    private static final int AT_ONCE = 30;

    private final UserDocuments documents = new UserDocuments();
    private final DocumentIds ids = new DocumentIds();
    private final CollectionReference users;
    private final CollectionReference optOuts;
    private final Firestore firestore;
    private final Clock clock;

    FirestoreUserDirectory(Firestore firestore, Clock clock) {
        this.users = firestore.collection(UserDocuments.COLLECTION);
        this.optOuts = firestore.collection(OptOutDocuments.COLLECTION);
        this.firestore = firestore;
        this.clock = clock;
    }

    @Override
    public Page<User> page(PageRequest wanted) {
        String tenant = wanted.tenant();
        return Pages.of(
                users(Pages.newestFirst(
                        users.whereEqualTo("tenant", tenant), "createdAt", wanted, id -> document(tenant, id))),
                wanted,
                User::id);
    }

    @Override
    public Optional<User> find(String tenant, String id) {
        return document(tenant, id).map(document -> users(List.of(document)).get(0));
    }

    /** Whose these numbers are; there is at least one. */
    List<User> of(String tenant, Collection<PhoneNumber> numbers) {
        DocumentReference[] wanted = numbers.stream()
                .map(number -> users.document(ids.of(new UserKey(tenant, number))))
                .toArray(DocumentReference[]::new);
        return users(Answers.to("find users", firestore.getAll(wanted)).stream()
                .filter(DocumentSnapshot::exists)
                .toList());
    }

    @Override
    public List<User> find(String tenant, Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<User> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            found.addAll(
                    users(Answers.to("find users", users.whereIn("id", some).get()).getDocuments().stream()
                            .filter(user -> tenant.equals(user.getString("tenant")))
                            .toList()));
        }
        return found;
    }

    @Override
    public User create(String tenant, PhoneNumber phoneNumber, String name, UserStatus status) {
        User user =
                new User(UUID.randomUUID().toString(), phoneNumber, name, status, false, null, tenant, clock.instant());
        if (!Answers.to("create a user", firestore.runTransaction(transaction -> create(transaction, user)))) {
            throw new NumberTakenException();
        }
        return find(tenant, user.id()).orElseThrow();
    }

    /**
     * One transaction, so that a wish not to be texted which comes at the same instant gets into the user's document.
     *
     * @return false where the number is somebody else's
     */
    private boolean create(Transaction transaction, User user) throws Exception {
        DocumentReference document = users.document(ids.of(new UserKey(user.tenant(), user.phoneNumber())));
        DocumentSnapshot known = transaction.get(document).get();
        DocumentSnapshot optOut =
                transaction.get(optOuts.document(ids.of(user.phoneNumber()))).get();
        if (!known.exists()) {
            Map<String, Object> fields = documents.of(user);
            if (optOut.exists() && fields.containsKey("optedOut")) {
                fields.putAll(new OptOutDocuments().ofUser(optOut.getData()));
            }
            transaction.create(document, fields);
        }
        return !known.exists() || user.id().equals(known.getString("id"));
    }

    @Override
    public Optional<User> update(String tenant, String id, String name, UserStatus status) {
        Map<String, Object> changes = new HashMap<>();
        if (name != null) {
            changes.put("name", name);
        }
        if (status != null) {
            changes.put("status", status.toString());
        }
        if (!changes.isEmpty()) {
            document(tenant, id)
                    .ifPresent(user ->
                            Answers.to("update a user", user.getReference().update(changes)));
        }
        return find(tenant, id);
    }

    private Optional<? extends DocumentSnapshot> document(String tenant, String id) {
        return Answers.to("find a user", users.whereEqualTo("id", id).limit(1).get()).getDocuments().stream()
                .filter(user -> tenant.equals(user.getString("tenant")))
                .findFirst();
    }

    private List<User> users(List<? extends DocumentSnapshot> found) {
        DocumentReference[] wishes = found.stream()
                .map(user -> optOuts.document(ids.of(number(user))))
                .toArray(DocumentReference[]::new);
        Map<String, Map<String, Object>> byNumber = new HashMap<>();
        if (wishes.length > 0) {
            Answers.to("find opt-outs", firestore.getAll(wishes))
                    .forEach(wish -> byNumber.put(wish.getId(), wish.getData()));
        }
        return found.stream()
                .map(user -> documents.user(
                        new UserKey(user.getString("tenant"), number(user)),
                        user.getData(),
                        byNumber.get(ids.of(number(user)))))
                .toList();
    }

    private static PhoneNumber number(DocumentSnapshot user) {
        return new PhoneNumber(user.getString("phoneNumber"));
    }
}
