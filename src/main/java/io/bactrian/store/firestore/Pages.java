package io.bactrian.store.firestore;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a collection, newest first. A cursor is the id of the last document of the page before, written so that
 * nobody takes it for more than it is; it never is a phone number.
 */
final class Pages {

    private Pages() {}

    /**
     * @param query all that may be listed
     * @param time the field that tells which is newer
     * @param find the document that a cursor stands for
     * @return the page's documents, and one more where there are more
     */
    static List<QueryDocumentSnapshot> newestFirst(
            Query query, String time, PageRequest wanted, Function<String, Optional<? extends DocumentSnapshot>> find) {
        return byTime(query, time, wanted, find);
    }

    /** As {@link #newestFirst}, or the other way round where that is wanted. */
    static List<QueryDocumentSnapshot> byTime(
            Query query, String time, PageRequest wanted, Function<String, Optional<? extends DocumentSnapshot>> find) {
        Query.Direction direction = wanted.oldestFirst() ? Query.Direction.ASCENDING : Query.Direction.DESCENDING;
        Query ordered = query.orderBy(time, direction)
                .orderBy(FieldPath.documentId(), direction)
                .limit(wanted.limit() + 1);
        return Answers.to("a page", after(ordered, wanted.cursor(), find).get()).getDocuments();
    }

    private static Query after(
            Query ordered, String cursor, Function<String, Optional<? extends DocumentSnapshot>> find) {
        return cursor == null
                ? ordered
                : ordered.startAfter(find.apply(decoded(cursor)).orElseThrow(InvalidCursorException::new));
    }

    /** @param items one more than the limit, where there are more */
    static <T> Page<T> of(List<T> items, PageRequest wanted, Function<T, String> id) {
        if (items.size() <= wanted.limit()) {
            return new Page<>(items, null);
        }
        List<T> page = items.subList(0, wanted.limit());
        return new Page<>(page, encoded(id.apply(page.get(page.size() - 1))));
    }

    /** The cursor that stands for a document. */
    static String encoded(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (!id.isEmpty()) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through: it is none of ours
        }
        throw new InvalidCursorException();
    }
}
