package io.bactrian.store.firestore;

import io.bactrian.accounts.Accounts;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.store.AccountsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of accounts on the real emulator. */
@ExtendWith(FirestoreEmulator.class)
class FirestoreAccountsTests extends AccountsContract {

    @Override
    protected Accounts accounts() {
        FirestoreEmulator.wipe();
        return new FirestoreAccounts(FirestoreEmulator.client());
    }
}
