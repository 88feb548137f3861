package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.audit.AuditLog;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.keys.ApiKeys;
import io.bactrian.store.AccessContract;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FirestoreEmulator.class)
class FirestoreAccessTests extends AccessContract {

    private final Firestore firestore = FirestoreEmulator.client();

    @Override
    protected void empty() {
        FirestoreEmulator.wipe();
    }

    @Override
    protected CamelContext instance() throws Exception {
        return FirestoreAdapter.start(firestore);
    }

    @Override
    protected ApiKeys keys() {
        return new FirestoreApiKeys(firestore);
    }

    @Override
    protected AuditLog audit() {
        return new FirestoreAuditLog(firestore);
    }
}
