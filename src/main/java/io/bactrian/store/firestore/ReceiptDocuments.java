package io.bactrian.store.firestore;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Documents of the collection {@code receipts}: whose message each id of a provider belongs to; the id is that id. */
public final class ReceiptDocuments {

    static final String COLLECTION = "receipts";

    /** Null where the attempt has no receipt. */
    public Map<String, Object> ofOutcome(AttemptOutcome outcome) {
        return of(outcome.id(), outcome.provider(), outcome.providerMessageId(), outcome.segments());
    }

    /** Null where the report names none, or no message of ours beside it: then it says nothing of whose it is. */
    public Map<String, Object> ofReport(DeliveryReport report) {
        return report.namesItsReceiptOnly()
                ? null
                : of(report.messageId(), report.provider(), report.providerMessageId(), null);
    }

    static Map<String, Object> of(String messageId, String provider, String providerMessageId, Integer segments) {
        if (providerMessageId == null) {
            return null;
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put("messageId", messageId);
        fields.put("provider", provider);
        fields.put("providerMessageId", providerMessageId);
        fields.put("segments", segments);
        return fields;
    }

    /**
     * @param receipt of the message at hand, or null
     * @param standing what was kept for that id of the provider first
     * @throws StoreException where that is another message: a receipt settles one message only
     */
    public void requireOwn(Map<String, Object> receipt, Map<String, Object> standing) {
        if (receipt != null && !Objects.equals(receipt.get("messageId"), standing.get("messageId"))) {
            throw new StoreException(COLLECTION, "ALREADY_EXISTS", false, null);
        }
    }

    /** Marks a message for which the provider gives another receipt than the one it has: it went out twice. */
    static void putIfSecond(Map<String, Object> changes, Map<String, Object> stored, String providerMessageId) {
        Fields fields = new Fields(stored);
        String first = fields.text("providerMessageId");
        if (first != null && providerMessageId != null && !first.equals(providerMessageId) && !fields.flag("doubled")) {
            changes.put("doubled", true);
        }
    }

    /** True where that has just been found out. */
    public boolean isSecond(Map<String, Object> changes) {
        return changes != null && Boolean.TRUE.equals(changes.get("doubled"));
    }

    public List<KnownReceipt> receipts(List<Map<String, Object>> documents) {
        return documents.stream()
                .map(Fields::new)
                .map(fields -> new KnownReceipt(fields.text("messageId"), fields.text("providerMessageId")))
                .toList();
    }
}
