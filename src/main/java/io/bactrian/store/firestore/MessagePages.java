package io.bactrian.store.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import io.bactrian.messages.MessageQuery;
import io.bactrian.messages.TextSearch;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Pages of messages, newest first. */
final class MessagePages {

    /** How many messages a page of a search for a text looks through: each is a document that is read and paid. */
    private static final int LOOKED_THROUGH = 500;

    private static final DocumentIds IDS = new DocumentIds();

    private final UnreadableMessages unreadable;

    MessagePages(UnreadableMessages unreadable) {
        this.unreadable = unreadable;
    }

    <T> Page<T> of(
            CollectionReference collection,
            String time,
            MessageQuery wanted,
            Function<Map<String, Object>, T> message) {
        PageRequest page = wanted.page();
        boolean search = wanted.text() != null;
        PageRequest read =
                search ? new PageRequest(page.tenant(), page.cursor(), LOOKED_THROUGH, page.oldestFirst()) : page;
        List<QueryDocumentSnapshot> found = documents(collection, time, wanted.on(read));
        TextSearch<QueryDocumentSnapshot> hits =
                TextSearch.in(found, read.limit(), page.limit(), MessagePages::text, search ? wanted.text() : "");
        String next = hits.last() == null
                ? null
                : Pages.encoded(String.valueOf(hits.last().get(idField(time))));
        return new Page<>(
                hits.hits().stream()
                        .map(document -> unreadable.orNull(document.getId(), () -> message.apply(document.getData())))
                        .filter(Objects::nonNull)
                        .toList(),
                next);
    }

    private static String idField(String time) {
        return time.equals("receivedAt") ? "messageSid" : "id";
    }

    private static String text(QueryDocumentSnapshot document) {
        return document.get("messageContent") instanceof String text ? text : "";
    }

    private static List<QueryDocumentSnapshot> documents(
            CollectionReference collection, String time, MessageQuery wanted) {
        String tenant = wanted.page().tenant();
        Query query = equal(collection, "tenant", tenant);
        query = equal(query, "status", wanted.status());
        query = equal(query, "kind", wanted.kind());
        query = equal(query, "batchId", wanted.batchId());
        if (wanted.awaitsDecision() != null) {
            query = query.whereEqualTo("awaitsDecision", wanted.awaitsDecision());
        }
        query = equal(query, "phoneNumber", Fields.whole(wanted.person()));
        if (wanted.since() != null) {
            query = query.whereGreaterThanOrEqualTo(time, Fields.time(wanted.since()));
        }
        if (wanted.until() != null) {
            query = query.whereLessThan(time, Fields.time(wanted.until()));
        }
        return Pages.byTime(query, time, wanted.page(), id -> document(collection, tenant, id));
    }

    private static Query equal(Query query, String field, Object wanted) {
        return wanted == null ? query : query.whereEqualTo(field, wanted.toString());
    }

    /** The message of that id, if it is the tenant's, or of whatever tenant where none is given. */
    static Optional<DocumentSnapshot> document(CollectionReference collection, String tenant, String id) {
        return Optional.of(Answers.to(
                        "find a message", collection.document(IDS.of(id)).get()))
                .filter(DocumentSnapshot::exists)
                .filter(document -> tenant == null || tenant.equals(document.getString("tenant")));
    }
}
