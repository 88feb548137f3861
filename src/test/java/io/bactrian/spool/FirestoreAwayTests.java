package io.bactrian.spool;

import io.bactrian.firestore.FirestoreEmulator;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FirestoreEmulator.class)
class FirestoreAwayTests extends StoreAwayContract {

    @Override
    int emptyStore() {
        String host = FirestoreEmulator.host();
        return Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
    }

    @Override
    List<String> store(int port) {
        return List.of(
                "sms.store=firestore",
                "firestore.emulator-host=127.0.0.1:" + port,
                "firestore.project-id=" + FirestoreEmulator.PROJECT);
    }
}
