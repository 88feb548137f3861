package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.WriteBatch;
import io.bactrian.conversations.Conversation;
import io.bactrian.conversations.ConversationEvent;
import io.bactrian.conversations.ConversationEvent.What;
import io.bactrian.conversations.Conversations;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.UserKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The collection {@code conversations}, whose documents are found by tenant and number, so that there is one for each, and
 * below each the {@code events}.
 */
class FirestoreConversations implements Conversations {

    static final String COLLECTION = "conversations";

    private static final String EVENTS = "events";

    private final Firestore firestore;
    private final CollectionReference conversations;
    private final CollectionReference incoming;
    private final DocumentIds ids = new DocumentIds();

    FirestoreConversations(Firestore firestore) {
        this.firestore = firestore;
        this.conversations = firestore.collection(COLLECTION);
        this.incoming = firestore.collection(IncomingDocuments.COLLECTION);
    }

    @Override
    public Map<PhoneNumber, Conversation> with(String tenant, Collection<PhoneNumber> people) {
        Map<PhoneNumber, Conversation> found = new LinkedHashMap<>();
        if (!people.isEmpty()) {
            DocumentReference[] documents =
                    people.stream().map(person -> document(tenant, person)).toArray(DocumentReference[]::new);
            List<DocumentSnapshot> known = Answers.to("find conversations", firestore.getAll(documents));
            known.stream().filter(DocumentSnapshot::exists).forEach(document -> {
                Conversation conversation = conversation(document);
                found.put(conversation.phoneNumber(), conversation);
            });
        }
        people.forEach(person -> found.computeIfAbsent(person, stranger -> begin(tenant, stranger)));
        return found;
    }

    private DocumentReference document(String tenant, PhoneNumber person) {
        return conversations.document(ids.of(new UserKey(tenant, person)));
    }

    private Conversation begin(String tenant, PhoneNumber person) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", "conv-" + UUID.randomUUID());
        fields.put("tenant", tenant);
        fields.put("phoneNumber", person.value());
        DocumentReference document = document(tenant, person);
        Answers.toRace("begin a conversation", document.create(fields));
        return conversation(Answers.to("find a conversation", document.get()));
    }

    @Override
    public Optional<Conversation> find(String tenant, String id) {
        return found(tenant, id).map(FirestoreConversations::conversation);
    }

    private Optional<DocumentSnapshot> found(String tenant, String id) {
        Query query = conversations.whereEqualTo("id", id).limit(1);
        return Answers.to("find a conversation", query.get()).getDocuments().stream()
                .filter(document -> tenant.equals(document.getString("tenant")))
                .map(DocumentSnapshot.class::cast)
                .findFirst();
    }

    @Override
    public Optional<Conversation> change(String tenant, String id, ConversationEvent event) {
        found(tenant, id).ifPresent(document -> apply(document.getReference(), event));
        return find(tenant, id);
    }

    private void apply(DocumentReference document, ConversationEvent event) {
        WriteBatch batch = firestore.batch();
        Map<String, Object> changes = changes(event);
        if (!changes.isEmpty()) {
            batch.update(document, changes);
        }
        if (event.what() != What.READ) {
            batch.create(document.collection(EVENTS).document(), fields(event));
        }
        Answers.to("change a conversation", batch.commit());
    }

    private static Map<String, Object> changes(ConversationEvent event) {
        Map<String, Object> changes = new HashMap<>();
        switch (event.what()) {
            case ASSIGNED -> changes.put("assignee", event.text());
            case OPENED -> changes.put("closedAt", null);
            case CLOSED -> changes.put("closedAt", Fields.time(event.at()));
            case READ -> changes.putAll(Map.of("readAt", Fields.time(event.at()), "readBy", event.who()));
            default -> {
                // a note changes nothing
            }
        }
        return changes;
    }

    private static Map<String, Object> fields(ConversationEvent event) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("at", Fields.time(event.at()));
        fields.put("who", event.who());
        fields.put("what", event.what().toString());
        fields.put("text", event.text());
        return fields;
    }

    @Override
    public List<ConversationEvent> events(String tenant, String id, int most) {
        return found(tenant, id)
                .map(document -> document.getReference()
                        .collection(EVENTS)
                        .orderBy("at", Query.Direction.DESCENDING)
                        .limit(most))
                .map(query -> Answers.to("find what was done", query.get()).getDocuments().stream()
                        .map(document -> event(new Fields(document.getData())))
                        .toList())
                .orElse(List.of());
    }

    private static ConversationEvent event(Fields fields) {
        return new ConversationEvent(
                fields.instant("at"), fields.text("who"), fields.word("what", What.class), fields.text("text"));
    }

    @Override
    public int unread(String tenant, PhoneNumber person, Instant after) {
        Query query = incoming.whereEqualTo("tenant", tenant).whereEqualTo("phoneNumber", person.value());
        if (after != null) {
            query = query.whereGreaterThan("receivedAt", Fields.time(after));
        }
        return (int) Answers.to(
                        "count unread texts", query.limit(MOST_UNREAD).count().get())
                .getCount();
    }

    private static Conversation conversation(DocumentSnapshot document) {
        Fields fields = new Fields(document.getData());
        return new Conversation(
                fields.text("id"),
                fields.text("tenant"),
                fields.number("phoneNumber"),
                fields.text("assignee"),
                fields.instant("closedAt"),
                fields.instant("readAt"),
                fields.text("readBy"));
    }
}
