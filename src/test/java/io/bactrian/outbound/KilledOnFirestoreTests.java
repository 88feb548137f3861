package io.bactrian.outbound;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import io.bactrian.Gateway;
import io.bactrian.firestore.FirestoreEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two instances on one emulator. */
@ExtendWith(FirestoreEmulator.class)
class KilledOnFirestoreTests extends KilledInstanceContract {

    @Override
    protected String[] store() {
        return Gateway.onFirestore();
    }

    @Override
    protected int people() {
        return 500;
    }

    @Override
    protected int atOnce() {
        return 2;
    }

    /** Before there is a gateway: the first question to an emulator takes longer than a gateway waits. */
    @BeforeEach
    void register() throws Exception {
        Firestore firestore = FirestoreEmulator.client();
        WriteBatch batch = firestore.batch();
        for (int person = 0; person < people(); person++) {
            String number = Texting.number(person);
            Map<String, Object> user = Map.of(
                    "id",
                    "u-" + person,
                    "phoneNumber",
                    number,
                    "name",
                    "Somebody",
                    "status",
                    "active",
                    "tenant",
                    "default",
                    "createdAt",
                    Timestamp.now());
            batch.set(firestore.document("users/" + number), user);
        }
        batch.commit().get();
        for (String collection : List.of("users", "outgoingMessages")) {
            firestore.collection(collection).orderBy("tenant").limit(1).get().get();
        }
    }

    @Override
    protected void addPeople(Gateway gateway) {
        // they are there already
    }
}
