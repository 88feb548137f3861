package io.bactrian.store.firestore;

import io.bactrian.domain.ExpiryClaim;
import io.bactrian.domain.MessageStatus;
import java.util.HashMap;
import java.util.Map;

/** What becomes of the documents of messages that were not sent while they were valid. */
public final class ExpiryDocuments {

    /** Only what waits: of what is being sent, nobody knows yet whether it was. */
    public Map<String, Object> wanted() {
        return Map.of("status", MessageStatus.QUEUED.toString());
    }

    /** The fields that change. */
    public Map<String, Object> changes(Map<String, Object> stored, ExpiryClaim claim) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("status", MessageStatus.FAILED.toString());
        changes.put("failedAt", Fields.time(claim.now()));
        changes.put("errorCode", ExpiryClaim.EXPIRED);
        changes.put("errorMessage", ExpiryClaim.reason(new Fields(stored).text("errorMessage")));
        changes.put("nextAttemptAt", null);
        if (stored.get("heldDueAt") != null) {
            changes.put("heldDueAt", null);
        }
        return changes;
    }
}
