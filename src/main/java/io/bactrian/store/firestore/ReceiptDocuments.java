package io.bactrian.store.firestore;

import io.bactrian.domain.Receipt;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads outgoing messages as the receipts that they are known by. */
public final class ReceiptDocuments {

    /** How many values Firestore compares a field with in one query. */
    private static final int GROUP = 30;

    public List<List<String>> groups(List<String> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + GROUP)
                .mapToObj(from -> List.copyOf(ids.subList(from, Math.min(ids.size(), from + GROUP))))
                .toList();
    }

    /** @param found for each group, the documents of the messages */
    public List<Receipt> receipts(List<List<Map<String, Object>>> found) {
        return found.stream()
                .flatMap(List::stream)
                .map(Fields::new)
                .map(fields -> new Receipt(
                        fields.text("provider"), fields.text("providerMessageId"), fields.integer("segments")))
                .toList();
    }
}
