package io.bactrian.moving;

import static io.bactrian.moving.Field.amount;
import static io.bactrian.moving.Field.flag;
import static io.bactrian.moving.Field.number;
import static io.bactrian.moving.Field.text;
import static io.bactrian.moving.Field.time;

import io.bactrian.domain.OptOutChange;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a store holds, in the order in which it moves: whoever is referred to goes first. */
public enum RecordKind {
    /** Their opt-outs are in {@link #OPT_OUTS}; the id is the store's own and stays behind. */
    USERS(
            "users",
            text("phoneNumber"),
            text("name"),
            text("status", "active"),
            text("tenant", "default"),
            time("createdAt")),

    INCOMING_MESSAGES(
            "incomingMessages",
            text("messageSid"),
            text("phoneNumber"),
            text("to"),
            text("messageContent", ""),
            new Field("media", Field.Type.ATTACHMENTS, List.of()),
            flag("isRegistered"),
            flag("responseSent"),
            text("optOutType"),
            time("receivedAt"),
            text("tenant", "default"),
            text("provider"),
            text("channel")),

    OUTGOING_MESSAGES(
            "outgoingMessages",
            text("id"),
            text("phoneNumber"),
            text("from"),
            text("channel"),
            text("messageContent", ""),
            new Field("mediaUrl", Field.Type.ADDRESSES, List.of()),
            text("kind"),
            text("priority", "normal"),
            text("answers"),
            text("status"),
            time("queuedAt"),
            time("sendAt"),
            time("validUntil"),
            new Field("quietHours", Field.Type.FLAG, false),
            new Field("attempts", Field.Type.NUMBER, 0),
            new Field("refusals", Field.Type.NUMBER, 0),
            new Field("asked", Field.Type.NUMBER, 0),
            time("nextAttemptAt"),
            time("heldDueAt"),
            text("leaseOwner"),
            time("leaseUntil"),
            time("askAt"),
            new Field("awaitsDecision", Field.Type.FLAG, false),
            text("provider"),
            text("providerMessageId"),
            new Field("doubled", Field.Type.FLAG, false),
            time("failedAt"),
            text("errorCode"),
            number("segments"),
            text("priceUnit"),
            text("operatorId"),
            text("tenant", "default"),
            text("batchId")),

    ATTEMPTS(
            "attempts",
            text("messageId"),
            number("number"),
            text("owner"),
            time("startedAt"),
            time("endedAt"),
            text("result"),
            text("provider"),
            text("providerMessageId"),
            text("errorCode"),
            text("errorMessage")),

    DELIVERY_REPORTS(
            "deliveryReports",
            text("messageId"),
            text("provider"),
            text("providerMessageId"),
            text("providerStatus"),
            text("errorCode", ""),
            text("errorMessage"),
            time("receivedAt")),

    /** What was kept before there were scopes is about all senders. */
    OPT_OUTS(
            "optOuts",
            text("phoneNumber"),
            text("scope", OptOutChange.ALL),
            text("sender"),
            text("service"),
            flag("optedOut"),
            time("changedAt"),
            text("tenant", "default"),
            text("changeId"),
            text("source"),
            text("wording"),
            text("reason"),
            text("recordedBy")),

    OPT_OUT_CHANGES(
            "optOutChanges",
            text("messageSid"),
            text("phoneNumber"),
            text("scope", OptOutChange.ALL),
            text("sender"),
            text("service"),
            flag("optedOut"),
            text("source"),
            text("wording"),
            text("reason"),
            text("recordedBy"),
            time("changedAt"),
            text("tenant", "default")),

    BATCHES(
            "batches",
            text("id"),
            text("tenant", "default"),
            text("operatorId"),
            text("status"),
            number("accepted"),
            number("rejected"),
            flag("watched"),
            time("createdAt")),

    /** Or a call that is repeated after the move would be done again. */
    IDEMPOTENCY_KEYS(
            "idempotencyKeys",
            text("id"),
            text("request"),
            text("newId"),
            time("leaseUntil"),
            time("expiresAt"),
            number("status"),
            text("contentType"),
            text("location"),
            text("answer")),

    /** Of the key itself there is the hash only. */
    API_KEYS(
            "apiKeys",
            text("id"),
            text("hash"),
            text("name"),
            text("scopes"),
            text("tenant", "default"),
            time("createdAt"),
            text("createdBy"),
            time("expiresAt"),
            time("revokedAt"),
            time("lastUsedAt")),

    /** Of a password there is the hash only. */
    ACCOUNTS(
            "accounts",
            text("name"),
            text("hash"),
            text("role"),
            text("tenant", "default"),
            flag("active"),
            time("createdAt"),
            text("createdBy"),
            time("changedAt")),

    AUDIT_ENTRIES(
            "auditEntries",
            text("id"),
            time("calledAt"),
            text("tenant", "default"),
            text("who"),
            text("via"),
            text("keyId"),
            text("operation"),
            text("target"),
            text("reason"),
            text("address"),
            number("httpStatus")),

    /** Why messages went where they went, for as long as that is kept. */
    MESSAGE_TRACES(
            "messageTraces",
            text("id"),
            text("messageId"),
            time("beganAt"),
            text("route"),
            text("instance"),
            text("steps"));

    /** Of messages in both directions: what other programs may have written beside what the gateway did. */
    private static final List<Field> OF_EVERY_MESSAGE = List.of(
            text("subject"),
            text("providerStatus"),
            text("errorMessage"),
            amount("price"),
            time("sentAt"),
            time("deliveredAt"),
            time("readAt"),
            time("repliedAt"),
            new Field("aiGenerated", Field.Type.FLAG, false),
            text("aiSentiment"),
            text("aiIntent"),
            amount("aiConfidence"));

    private final String collection;
    private final List<Field> fields;

    RecordKind(String collection, Field... fields) {
        this.collection = collection;
        this.fields = List.of(fields);
    }

    /** The name of the collection, as the design calls it: {@code incomingMessages}. */
    public String collection() {
        return collection;
    }

    /** All its fields, in the order in which they are written. */
    public List<Field> fields() {
        boolean message = this == INCOMING_MESSAGES || this == OUTGOING_MESSAGES;
        return message
                ? Stream.concat(fields.stream(), OF_EVERY_MESSAGE.stream()).toList()
                : fields;
    }

    static RecordKind of(String collection) {
        return Arrays.stream(values())
                .filter(kind -> kind.collection.equals(collection))
                .findFirst()
                .orElseThrow(
                        () -> MoveFailed.different("the file holds a kind of record that this version does not know"));
    }
}
