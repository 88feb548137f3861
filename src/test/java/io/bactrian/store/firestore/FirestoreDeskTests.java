package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.store.Desk;
import io.bactrian.store.DeskContract;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the real emulator. */
@ExtendWith(FirestoreEmulator.class)
class FirestoreDeskTests extends DeskContract {

    private final Firestore firestore = FirestoreEmulator.client();

    @Override
    protected CamelContext instance() throws Exception {
        return FirestoreAdapter.start(firestore);
    }

    @Override
    protected void empty() {
        FirestoreEmulator.wipe();
    }

    @Override
    protected Desk desk(Clock clock) {
        FirestoreUserDirectory users = new FirestoreUserDirectory(firestore, clock);
        return new Desk(
                new FirestoreTraffic(firestore, clock),
                new FirestoreLatencies(firestore),
                new FirestoreBacklogs(firestore),
                () -> {},
                new FirestoreConversations(firestore),
                new FirestoreCannedReplies(firestore),
                users,
                new FirestoreUserLists(firestore, users, clock),
                FirestoreAdapter.log(firestore),
                new FirestoreGroups(firestore),
                new FirestoreBatches(firestore),
                new FirestoreBatchList(firestore, new FirestoreBatches(firestore)));
    }
}
