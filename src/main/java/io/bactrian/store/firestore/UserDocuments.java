package io.bactrian.store.firestore;

import io.bactrian.domain.Tenant;
import io.bactrian.domain.User;
import io.bactrian.domain.UserKey;
import io.bactrian.domain.UserStatus;
import io.bactrian.optout.Wishes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Documents of the collection {@code users}. The document's id is the number, with the tenant and {@code ~} before it
 * where that is not the default tenant; the user's id is a field.
 */
public final class UserDocuments {

    public static final String COLLECTION = "users";

    private final OptOutDocuments wishes = new OptOutDocuments();

    /** Its opt-out is told by the document of a user of the default tenant only: that one is found by the number. */
    Map<String, Object> of(User user) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", user.id());
        fields.put("phoneNumber", Fields.whole(user.phoneNumber()));
        fields.put("name", user.name());
        fields.put("status", Fields.word(user.status()));
        fields.put("tenant", user.tenant());
        fields.put("createdAt", Fields.time(user.createdAt()));
        if (Tenant.DEFAULT.equals(user.tenant())) {
            fields.put("optedOut", user.optedOut());
            fields.put("optedOutAt", Fields.time(user.optedOutAt()));
        }
        return fields;
    }

    /**
     * The user of a key, or null where there is none. A document that somebody wrote by hand needs no field but the
     * status.
     *
     * @param document of the user, or null
     * @param optOut of the number, or null: it counts, and what the user's document says of it is for its readers
     */
    public User user(UserKey key, Map<String, Object> document, Map<String, Object> optOut) {
        if (document == null) {
            return null;
        }
        Fields fields = new Fields(document);
        Instant optedOutAt = new Wishes(wishes.wishes(optOut)).optedOutAt(key.tenant());
        return new User(
                fields.text("id"),
                key.phoneNumber(),
                fields.text("name"),
                fields.word("status", UserStatus.class),
                optedOutAt != null,
                optedOutAt,
                key.tenant(),
                fields.instant("createdAt"));
    }
}
