package io.bactrian.store.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import io.bactrian.domain.Priority;
import io.bactrian.domain.StoreException;
import io.bactrian.moving.Field;
import io.bactrian.moving.MovedRecord;
import io.bactrian.moving.RecordKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Moved records as the documents that the message path writes, field for field, and back. */
final class HouseDocuments {

    private static final DocumentIds IDS = new DocumentIds();
    private static final String MESSAGE_ID = "messageId";
    private static final String PHONE_NUMBER = "phoneNumber";

    /** What the message path does not write into every message: it is there where somebody has put it there. */
    private static final Set<String> OF_OTHERS = Set.of(
            "subject",
            "heldDueAt",
            "providerStatus",
            "readAt",
            "repliedAt",
            "aiGenerated",
            "aiSentiment",
            "aiIntent",
            "aiConfidence");

    private static final Set<String> OF_OTHERS_IF_INCOMING = Set.of("errorMessage", "price", "sentAt", "deliveredAt");

    private HouseDocuments() {}

    /** @throws StoreException where a value cannot be kept */
    static Map<String, Object> of(MovedRecord moved) {
        Map<String, Object> document = new HashMap<>();
        for (Field field : moved.kind().fields()) {
            boolean said = moved.values().containsKey(field.name());
            if (!isInThePath(moved.kind(), field) && (said || isAlwaysThere(moved.kind(), field))) {
                document.put(field.name(), HouseFields.toDocument(field, moved.value(field)));
            }
        }
        if (moved.kind() == RecordKind.USERS) {
            document.put("id", UUID.randomUUID().toString());
        }
        if (moved.kind() == RecordKind.OUTGOING_MESSAGES) {
            requirePriority((String) document.get("priority"));
            boolean waits = document.get("nextAttemptAt") != null;
            document.put(OutgoingDocuments.LANE, waits ? OutgoingDocuments.lane(document) : null);
        }
        return document;
    }

    /** Attempts and reports are below their message. */
    private static boolean isInThePath(RecordKind kind, Field field) {
        boolean below = kind == RecordKind.ATTEMPTS || kind == RecordKind.DELIVERY_REPORTS;
        return below && field.name().equals(MESSAGE_ID);
    }

    private static boolean isAlwaysThere(RecordKind kind, Field field) {
        return kind != RecordKind.ATTEMPTS
                && kind != RecordKind.IDEMPOTENCY_KEYS
                && !OF_OTHERS.contains(field.name())
                && !(kind == RecordKind.INCOMING_MESSAGES && OF_OTHERS_IF_INCOMING.contains(field.name()));
    }

    /** A message of another priority would wait for ever. */
    private static void requirePriority(String priority) {
        if (Arrays.stream(Priority.values()).noneMatch(known -> known.toString().equals(priority))) {
            throw new StoreException("the field priority", "no such priority", false, null);
        }
    }

    /** @throws StoreException where a field holds what does not belong there */
    static MovedRecord record(RecordKind kind, DocumentSnapshot document) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : kind.fields()) {
            Object value = isInThePath(kind, field)
                    ? message(document.getReference())
                    : HouseFields.fromDocument(field, document.getData().get(field.name()));
            values.put(field.name(), value);
        }
        if (kind == RecordKind.USERS || kind == RecordKind.OPT_OUTS) {
            // The document of a user that somebody wrote by hand may have the number as its id alone.
            values.putIfAbsent(PHONE_NUMBER, IDS.key(document.getId()));
        }
        return new MovedRecord(kind, values);
    }

    /** Whose attempt or report a document is. */
    static String message(DocumentReference below) {
        return IDS.key(below.getParent().getParent().getId());
    }
}
