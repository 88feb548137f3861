package io.bactrian.store.firestore;

import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.idempotency.IdempotencyKeys;
import io.bactrian.store.KeysContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of idempotency keys on the real emulator. */
@ExtendWith(FirestoreEmulator.class)
class FirestoreKeysTests extends KeysContract {

    @Override
    protected void empty() {
        FirestoreEmulator.wipe();
    }

    @Override
    protected IdempotencyKeys keys() {
        return new FirestoreIdempotencyKeys(FirestoreEmulator.client());
    }
}
