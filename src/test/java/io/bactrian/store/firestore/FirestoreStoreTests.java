package io.bactrian.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.store.StoreContract;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
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
    protected void addUser(PhoneNumber number, String name, boolean active) throws Exception {
        UserStatus status = active ? UserStatus.ACTIVE : UserStatus.INACTIVE;
        User user = new User("u-" + name, number, name, status, false, null, "default", NOON);
        firestore
                .collection("users")
                .document(number.value())
                .set(new UserDocuments().of(user))
                .get();
    }

    @Test
    void aReceiptOfAMessageThatIsSendingStillIsItsOwnToBeSettledWith() throws Exception {
        firestore
                .document("receipts/SMhalf")
                .set(Map.of("messageId", "m1", "provider", "twilio", "providerMessageId", "SMhalf", "segments", 1))
                .get();
        try (CamelContext gateway = instance()) {
            for (String status : List.of("sending", "sent")) {
                firestore
                        .document("outgoingMessages/m1")
                        .set(Map.of("id", "m1", "status", status))
                        .get();
                List<?> known = gateway.createProducerTemplate()
                        .requestBody("direct:find-receipts", List.of("SMhalf"), List.class);
                assertThat(known).hasSize(status.equals("sent") ? 1 : 0);
            }
        }
    }

    @Override
    protected Map<String, Object> stored(String messageId) throws Exception {
        return FirestoreStored.of(firestore, messageId);
    }

    @Override
    protected int countStored() throws Exception {
        return firestore.collection("incomingMessages").get().get().size()
                + firestore.collection("outgoingMessages").get().get().size();
    }
}
