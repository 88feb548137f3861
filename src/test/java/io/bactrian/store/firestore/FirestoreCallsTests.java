package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.batches.Batches;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.messages.MessageLog;
import io.bactrian.optout.OptOutLog;
import io.bactrian.store.CallsContract;
import io.bactrian.trace.Traces;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of batches on the real emulator. */
@ExtendWith(FirestoreEmulator.class)
class FirestoreCallsTests extends CallsContract {

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
    protected Batches batches() {
        return new FirestoreBatches(firestore);
    }

    @Override
    protected OptOutLog optOuts() {
        return new FirestoreOptOutLog(firestore);
    }

    @Override
    protected MessageLog log() {
        return FirestoreAdapter.log(firestore);
    }

    @Override
    protected Traces traces() {
        return new FirestoreTraces(firestore);
    }
}
