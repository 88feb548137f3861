package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.MessageState;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.paging.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is asked about messages, answered from {@code incomingMessages} and {@code outgoingMessages}. */
class FirestoreMessageLog implements MessageLog {

    private final DocumentIds ids = new DocumentIds();
    private final IncomingDocuments incomingDocuments = new IncomingDocuments();
    private final OutgoingDocuments outgoingDocuments = new OutgoingDocuments();
    private final HistoryDocuments history = new HistoryDocuments();
    private final CollectionReference incoming;
    private final CollectionReference outgoing;

    private final UnreadableMessages unreadable;

    FirestoreMessageLog(Firestore firestore, UnreadableMessages unreadable) {
        this.unreadable = unreadable;
        this.incoming = firestore.collection(IncomingDocuments.COLLECTION);
        this.outgoing = firestore.collection(OutgoingDocuments.COLLECTION);
    }

    @Override
    public Page<IncomingMessage> incomingPage(MessageQuery wanted) {
        MessageQuery known = MessageQuery.all(wanted.page(), wanted.since(), wanted.until());
        return page(incoming, "receivedAt", "messageSid", known, incomingDocuments::message);
    }

    @Override
    public Page<OutgoingMessage> outgoingPage(MessageQuery wanted) {
        return page(outgoing, "queuedAt", "id", wanted, outgoingDocuments::message);
    }

    private <T> Page<T> page(
            CollectionReference collection,
            String time,
            String key,
            MessageQuery wanted,
            Function<Map<String, Object>, T> reading) {
        var page = Pages.of(
                documents(collection, time, wanted), wanted.page(), document -> String.valueOf(document.get(key)));
        List<T> read = page.items().stream()
                .map(document -> unreadable.orNull(document.getId(), () -> reading.apply(document.getData())))
                .filter(Objects::nonNull)
                .toList();
        return new Page<>(read, page.nextCursor());
    }

    @Override
    public Optional<MessageState> status(String tenant, String id) {
        return document(outgoing, tenant, id)
                .map(document -> state(outgoingDocuments.message(document.getData()), document.getReference()));
    }

    @Override
    public Optional<OutgoingMessage> outgoing(String tenant, String id) {
        return document(outgoing, tenant, id).map(document -> outgoingDocuments.message(document.getData()));
    }

    @Override
    public long countAwaitingDecision() {
        var count = outgoing.whereEqualTo("awaitsDecision", true).count();
        return Answers.to("count what awaits a decision", count.get()).getCount();
    }

    private List<QueryDocumentSnapshot> documents(CollectionReference collection, String time, MessageQuery wanted) {
        String tenant = wanted.page().tenant();
        Query query = collection.whereEqualTo("tenant", tenant);
        if (wanted.status() != null) {
            query = query.whereEqualTo("status", wanted.status().toString());
        }
        if (wanted.kind() != null) {
            query = query.whereEqualTo("kind", wanted.kind().toString());
        }
        if (wanted.awaitsDecision() != null) {
            query = query.whereEqualTo("awaitsDecision", wanted.awaitsDecision());
        }
        if (wanted.since() != null) {
            query = query.whereGreaterThanOrEqualTo(time, Fields.time(wanted.since()));
        }
        if (wanted.until() != null) {
            query = query.whereLessThan(time, Fields.time(wanted.until()));
        }
        return Pages.newestFirst(query, time, wanted.page(), id -> document(collection, tenant, id));
    }

    private Optional<DocumentSnapshot> document(CollectionReference collection, String tenant, String id) {
        return Optional.of(Answers.to(
                        "find a message", collection.document(ids.of(id)).get()))
                .filter(document -> tenant.equals(document.getString("tenant")));
    }

    private MessageState state(OutgoingMessage message, DocumentReference document) {
        List<HistoryEvent> events = Stream.of(
                        Stream.of(HistoryEvent.queued(message.queuedAt())),
                        below(document, HistoryDocuments.ATTEMPTS).map(history::attempt),
                        below(document, HistoryDocuments.REPORTS).map(history::report))
                .flatMap(Function.identity())
                .toList();
        return MessageState.of(message, events);
    }

    private static Stream<Map<String, Object>> below(DocumentReference document, String collection) {
        return Answers.to("find " + collection, document.collection(collection).get()).getDocuments().stream()
                .map(DocumentSnapshot::getData);
    }
}
