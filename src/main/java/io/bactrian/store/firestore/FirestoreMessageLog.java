package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.MessageState;
import io.bactrian.messages.QueueDepth;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.paging.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is asked about messages, answered from {@code incomingMessages} and {@code outgoingMessages}. */
class FirestoreMessageLog implements MessageLog {

    private final IncomingDocuments incomingDocuments = new IncomingDocuments();
    private final OutgoingDocuments outgoingDocuments = new OutgoingDocuments();
    private final HistoryDocuments history = new HistoryDocuments();
    private final CollectionReference incoming;
    private final CollectionReference outgoing;
    private final MessagePages pages;

    FirestoreMessageLog(Firestore firestore, UnreadableMessages unreadable) {
        this.pages = new MessagePages(unreadable);
        this.incoming = firestore.collection(IncomingDocuments.COLLECTION);
        this.outgoing = firestore.collection(OutgoingDocuments.COLLECTION);
    }

    @Override
    public Page<IncomingMessage> incomingPage(MessageQuery wanted) {
        return pages.of(incoming, "receivedAt", wanted.ofIncoming(), incomingDocuments::message);
    }

    @Override
    public Page<OutgoingMessage> outgoingPage(MessageQuery wanted) {
        return pages.of(outgoing, "queuedAt", wanted, outgoingDocuments::message);
    }

    @Override
    public Optional<MessageState> cancel(String tenant, String id) {
        document(outgoing, tenant, id)
                .filter(message -> "queued".equals(message.getString("status")))
                .ifPresent(message -> Answers.toRace(
                        "cancel a message",
                        message.getReference()
                                .update(BatchDocuments.canceled(), Precondition.updatedAt(message.getUpdateTime()))));
        return status(tenant, id);
    }

    @Override
    public Optional<MessageState> status(String tenant, String id) {
        return document(outgoing, tenant, id)
                .map(document -> state(outgoingDocuments.message(document.getData()), document.getReference()));
    }

    @Override
    public Optional<IncomingMessage> incoming(String tenant, String messageSid) {
        return document(incoming, tenant, messageSid).map(document -> incomingDocuments.message(document.getData()));
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

    @Override
    public List<QueueDepth> queueDepths(Instant now) {
        return new QueueDepths(outgoing).at(now);
    }

    private Optional<DocumentSnapshot> document(CollectionReference collection, String tenant, String id) {
        return MessagePages.document(collection, tenant, id);
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
