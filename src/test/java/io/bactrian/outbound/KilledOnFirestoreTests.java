package io.bactrian.outbound;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import io.bactrian.Gateway;
import io.bactrian.firestore.FirestoreEmulator;
import java.util.Map;
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

    @Override
    protected void addPeople(Gateway gateway) throws Exception {
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
    }
}
