package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.health.StoreProbe;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whether Firestore answers the look-up of one document, which need not be there. */
@Component
@ConditionalOnProperty(name = "sms.store", havingValue = "firestore")
class FirestoreProbe implements StoreProbe {

    private final Firestore client;

    FirestoreProbe(Firestore client) {
        this.client = client;
    }

    @Override
    public void ask() throws Exception {
        client.collection("users").document("health-check").get().get();
    }
}
