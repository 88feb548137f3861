package io.bactrian.faults;

import io.bactrian.firestore.FirestoreEmulator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two gateways on the Firestore emulator. */
@ExtendWith(FirestoreEmulator.class)
class FirestoreFaultsTests extends FaultsContract {

    @Override
    Store store(Path folder) throws IOException {
        return new FirestoreStore();
    }

    @Override
    int gateways() {
        return 2;
    }

    @Override
    int kills() {
        return 2;
    }
}
