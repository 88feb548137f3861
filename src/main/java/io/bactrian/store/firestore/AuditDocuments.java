package io.bactrian.store.firestore;

import io.bactrian.audit.AuditEntry;
import java.util.HashMap;
import java.util.Map;

/** Documents of the collection {@code auditEntries}; the id is the entry's. */
public final class AuditDocuments {

    public static final String COLLECTION = "auditEntries";

    public Map<String, Object> of(AuditEntry entry) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", entry.id());
        fields.put("calledAt", Fields.time(entry.calledAt()));
        fields.put("tenant", entry.tenant());
        fields.put("who", entry.who());
        fields.put("via", entry.via());
        fields.put("keyId", entry.keyId());
        fields.put("operation", entry.operation());
        fields.put("target", entry.target());
        fields.put("reason", entry.reason());
        fields.put("address", entry.address());
        fields.put("httpStatus", entry.httpStatus());
        return fields;
    }

    AuditEntry entry(Map<String, Object> document) {
        Fields fields = new Fields(document);
        return new AuditEntry(
                fields.text("id"),
                fields.instant("calledAt"),
                fields.text("tenant"),
                fields.text("who"),
                fields.text("via"),
                fields.text("keyId"),
                fields.text("operation"),
                fields.text("target"),
                fields.text("reason"),
                fields.text("address"),
                fields.integer("httpStatus"));
    }
}
