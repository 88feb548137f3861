package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserKey;
import io.bactrian.domain.UserStatus;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.messages.MessageLog;
import io.bactrian.store.StoreContract;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store contract on the real emulator, through the Firestore adapter's own route files. */
@ExtendWith(FirestoreEmulator.class)
class FirestoreStoreTests extends StoreContract {

    private final Firestore firestore = FirestoreEmulator.client();

    @Override
    protected CamelContext instance() throws Exception {
        return FirestoreAdapter.start(firestore);
    }

    @Override
    protected void empty() {
        FirestoreEmulator.wipe();
    }

    @Override
    protected void addUser(String tenant, PhoneNumber number, String name, boolean active) throws Exception {
        UserStatus status = active ? UserStatus.ACTIVE : UserStatus.INACTIVE;
        User user = new User("u-" + name, number, name, status, false, null, tenant, NOON);
        firestore
                .collection("users")
                .document(new DocumentIds().of(new UserKey(tenant, number)))
                .set(new UserDocuments().of(user))
                .get();
    }

    @Override
    protected Map<String, Object> stored(String messageId) throws Exception {
        return FirestoreStored.of(firestore, messageId);
    }

    @Override
    protected void overwrite(String messageId, String field, String value) throws Exception {
        firestore
                .collection("outgoingMessages")
                .document(messageId)
                .update(field, value)
                .get();
    }

    @Override
    protected MessageLog log() {
        return FirestoreAdapter.log(firestore);
    }

    @Override
    protected int countStored() throws Exception {
        return firestore.collection("incomingMessages").get().get().size()
                + firestore.collection("outgoingMessages").get().get().size();
    }
}
