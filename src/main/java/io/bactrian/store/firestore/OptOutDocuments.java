package io.bactrian.store.firestore;

import io.bactrian.domain.OptOutChange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Who asked not to be texted ({@code optOuts}, the id is the number), and each wish that led there
 * ({@code optOutChanges}, the id is the MessageSid).
 */
public final class OptOutDocuments {

    public static final String COLLECTION = "optOuts";
    public static final String CHANGES = "optOutChanges";

    public Map<String, Object> of(OptOutChange change) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("messageSid", change.messageSid());
        fields.put("phoneNumber", Fields.whole(change.phoneNumber()));
        fields.put("sender", Fields.whole(change.sender()));
        fields.put("optedOut", change.optedOut());
        fields.put("source", change.source());
        fields.put("wording", change.wording());
        fields.put("changedAt", Fields.time(change.at()));
        return fields;
    }

    /** The change of a document of either collection, or null where there is none. */
    public OptOutChange change(Map<String, Object> document) {
        if (document == null) {
            return null;
        }
        Fields fields = new Fields(document);
        return new OptOutChange(
                fields.text("messageSid"),
                fields.number("phoneNumber"),
                fields.number("sender"),
                fields.flag("optedOut"),
                fields.text("source"),
                fields.text("wording"),
                fields.instant("changedAt"));
    }

    /** What the number's document becomes by a wish, or null where a newer one stands there. */
    public Map<String, Object> changes(Map<String, Object> stored, OptOutChange wish) {
        Instant standing = stored == null ? null : new Fields(stored).instant("changedAt");
        if (standing != null && standing.isAfter(wish.at())) {
            return null;
        }
        return Map.of(
                "phoneNumber", wish.phoneNumber().value(),
                "optedOut", wish.optedOut(),
                "changedAt", Fields.time(wish.at()));
    }

    /** How the number's document is written: neither way overwrites a wish that came meanwhile. */
    public String operation(Map<String, Object> stored) {
        return stored == null ? "createDocument" : "updateDocument";
    }

    /** What a user's document says of it. */
    public Map<String, Object> ofUser(Map<String, Object> optOut) {
        Fields fields = new Fields(optOut);
        Map<String, Object> changes = new HashMap<>();
        changes.put("optedOut", fields.flag("optedOut"));
        changes.put("optedOutAt", fields.flag("optedOut") ? Fields.time(fields.instant("changedAt")) : null);
        return changes;
    }
}
