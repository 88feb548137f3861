package io.bactrian.store.firestore;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Kind;
import io.bactrian.domain.Lane;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Tenant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents of the collection {@code outgoingMessages}; the id is ours. The field {@code nextAttemptAt} has a time only
 * while a message is {@code queued}, {@code leaseUntil} only while it is {@code sending}, and {@code askAt} only while
 * it is {@code sent}, so that each is all that a claim has to ask for.
 */
public final class OutgoingDocuments {

    public static final String COLLECTION = "outgoingMessages";

    /** Where a message waits; there only while it is {@code queued} and not held. */
    static final String LANE = "lane";

    /** The messages to queue, of a message or of a list of them. */
    public List<OutgoingMessage> each(Object messageOrList) {
        return messageOrList instanceof List<?> list
                ? list.stream().map(OutgoingMessage.class::cast).toList()
                : List.of((OutgoingMessage) messageOrList);
    }

    public Map<String, Object> of(OutgoingMessage message) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", message.id());
        fields.put("phoneNumber", Fields.whole(message.phoneNumber()));
        fields.put("from", Fields.whole(message.from()));
        fields.put("channel", Fields.word(message.channel()));
        fields.put("messageContent", message.messageContent());
        fields.put("mediaUrl", message.mediaUrl());
        fields.put("kind", Fields.word(message.kind()));
        fields.put("priority", Fields.word(message.priority()));
        fields.put("answers", message.answers());
        fields.put("operatorId", message.operatorId());
        fields.put("tenant", message.tenant());
        fields.put("batchId", message.batchId());
        fields.put(LANE, message.nextAttemptAt() == null ? null : message.lane());
        putState(fields, message);
        putOutcome(fields, message);
        return fields;
    }

    /** Of a stored message that waits again. A priority that this version does not know is a normal one. */
    static String lane(Map<String, Object> document) {
        Fields fields = new Fields(document);
        Priority priority = Arrays.stream(Priority.values())
                .filter(known -> known.toString().equals(fields.text("priority")))
                .findFirst()
                .orElse(Priority.NORMAL);
        return Lane.of(priority, fields.text("tenant", Tenant.DEFAULT), fields.text("batchId"), fields.text("from"));
    }

    private static void putState(Map<String, Object> fields, OutgoingMessage message) {
        fields.put("status", Fields.word(message.status()));
        fields.put("queuedAt", Fields.time(message.queuedAt()));
        fields.put("sendAt", Fields.time(message.sendAt()));
        fields.put("validUntil", Fields.time(message.validUntil()));
        fields.put("quietHours", message.quietHours());
        fields.put("attempts", message.attempts());
        fields.put("refusals", message.refusals());
        fields.put("asked", message.asked());
        fields.put("nextAttemptAt", Fields.time(message.nextAttemptAt()));
        fields.put("leaseOwner", message.leaseOwner());
        fields.put("leaseUntil", Fields.time(message.leaseUntil()));
        fields.put("askAt", Fields.time(message.askAt()));
        fields.put("awaitsDecision", message.awaitsDecision());
    }

    private static void putOutcome(Map<String, Object> fields, OutgoingMessage message) {
        fields.put("provider", message.provider());
        fields.put("providerMessageId", message.providerMessageId());
        fields.put("doubled", message.doubled());
        fields.put("sentAt", Fields.time(message.sentAt()));
        fields.put("deliveredAt", Fields.time(message.deliveredAt()));
        fields.put("failedAt", Fields.time(message.failedAt()));
        fields.put("errorCode", message.errorCode());
        fields.put("errorMessage", message.errorMessage());
        fields.put("segments", message.segments());
        fields.put("price", null);
        fields.put("priceUnit", null);
    }

    public OutgoingMessage message(Map<String, Object> document) {
        Fields fields = new Fields(document);
        return new OutgoingMessage(
                fields.text("id"),
                fields.number("phoneNumber"),
                fields.number("from"),
                fields.word("channel", Channel.class),
                fields.text("messageContent"),
                fields.list("mediaUrl"),
                fields.word("kind", Kind.class),
                fields.word("priority", Priority.class),
                fields.text("answers"),
                fields.word("status", MessageStatus.class),
                fields.instant("queuedAt"),
                fields.instant("sendAt"),
                fields.instant("validUntil"),
                fields.flag("quietHours"),
                fields.count("attempts"),
                fields.count("refusals"),
                fields.count("asked"),
                fields.instant("nextAttemptAt"),
                fields.text("leaseOwner"),
                fields.instant("leaseUntil"),
                fields.instant("askAt"),
                fields.flag("awaitsDecision"),
                fields.text("provider"),
                fields.text("providerMessageId"),
                fields.flag("doubled"),
                fields.instant("sentAt"),
                fields.instant("deliveredAt"),
                fields.instant("failedAt"),
                fields.text("errorCode"),
                fields.text("errorMessage"),
                fields.integer("segments"),
                fields.text("operatorId"),
                fields.text("tenant"),
                fields.text("batchId"));
    }
}
