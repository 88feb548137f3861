package io.bactrian.store.firestore;

import io.bactrian.keys.ApiKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents of the collection {@code apiKeys}; the id is the key's id, and of the key itself there is the hash only. */
final class KeyDocuments {

    static final String COLLECTION = "apiKeys";

    Map<String, Object> of(ApiKey key, String hash) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", key.id());
        fields.put("hash", hash);
        fields.put("name", key.name());
        fields.put("scopes", String.join(" ", key.scopes()));
        fields.put("tenant", key.tenant());
        fields.put("createdAt", Fields.time(key.createdAt()));
        fields.put("createdBy", key.createdBy());
        fields.put("expiresAt", Fields.time(key.expiresAt()));
        fields.put("revokedAt", Fields.time(key.revokedAt()));
        fields.put("lastUsedAt", Fields.time(key.lastUsedAt()));
        return fields;
    }

    ApiKey key(Map<String, Object> document) {
        Fields fields = new Fields(document);
        return new ApiKey(
                fields.text("id"),
                fields.text("name"),
                List.of(fields.text("scopes").split(" ")),
                fields.text("tenant"),
                fields.instant("createdAt"),
                fields.text("createdBy"),
                fields.instant("expiresAt"),
                fields.instant("revokedAt"),
                fields.instant("lastUsedAt"));
    }
}
