package io.bactrian.inbound;

import io.bactrian.Gateway;
import io.bactrian.firestore.FirestoreEmulator;

/** The main job on Firestore. */
class FirestoreMainJobTests extends MainJobContract {

    @Override
    String[] store() {
        FirestoreEmulator.wipe();
        return Gateway.onFirestore();
    }
}
