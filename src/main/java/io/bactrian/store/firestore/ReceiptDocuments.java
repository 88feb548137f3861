package io.bactrian.store.firestore;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.Receipt;
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

    /** Null where the report names none. */
    public Map<String, Object> ofReport(DeliveryReport report) {
        return of(report.messageId(), report.provider(), report.providerMessageId(), null);
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

    /**
     * The receipt, or null where the outcome that it came with was not stored to its end.
     *
     * @param message whose receipt it is, or null where there is no such message
     */
    public Map<String, Object> recorded(Map<String, Object> receipt, Map<String, Object> message) {
        boolean sending = message != null && MessageStatus.SENDING.toString().equals(message.get("status"));
        return sending ? null : receipt;
    }

    public List<Receipt> receipts(List<Map<String, Object>> documents) {
        return documents.stream()
                .map(Fields::new)
                .map(fields -> new Receipt(
                        fields.text("provider"), fields.text("providerMessageId"), fields.integer("segments")))
                .toList();
    }
}
