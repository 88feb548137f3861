package io.bactrian.component.firestore;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentChange;
import com.google.cloud.firestore.FirestoreException;
import com.google.cloud.firestore.ListenerRegistration;
import com.google.cloud.firestore.QuerySnapshot;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registration with Firestore that may pause. Firestore begins each registration by telling all documents as added;
 * after a pause only those go on that were written since. The client mends broken connections itself; where Firestore
 * ends the registration for good, a new one is tried, ever more slowly, for as long as the route runs.
 */
final class CollectionWatch {

    /** What changes go to, on the client's thread, which must not wait. */
    interface Listener {

        /** True where this much is enough for now. */
        boolean isFull();

        void changed(List<DocumentChange> changes);
    }

    private static final Logger LOG = LoggerFactory.getLogger(CollectionWatch.class);
    private static final int LONGEST_DELAY_SECONDS = 60;

    private final GoogleFirestoreEndpoint endpoint;
    private final Listener listener;
    private final ScheduledExecutorService worker;
    private final boolean limited;
    private ListenerRegistration registration;
    private int turn;
    private boolean paused;
    private boolean fresh;
    private Timestamp seen;
    private int delaySeconds = 1;

    CollectionWatch(GoogleFirestoreEndpoint endpoint, Listener listener, ScheduledExecutorService worker) {
        this.endpoint = endpoint;
        this.listener = listener;
        this.worker = worker;
        this.limited = endpoint.getFilter().getQueryLimit() > 0;
    }

    synchronized void begin() throws Exception {
        int mine = ++turn;
        fresh = true;
        paused = false;
        registration = endpoint.query()
                .addSnapshotListener(Runnable::run, (snapshot, failure) -> told(mine, snapshot, failure));
    }

    synchronized void end() {
        turn++;
        if (registration != null) {
            registration.remove();
            registration = null;
        }
    }

    synchronized void resume() {
        if (paused) {
            beginAgain(turn);
        }
    }

    private synchronized void told(int whose, QuerySnapshot snapshot, FirestoreException failure) {
        if (whose != turn) {
            return; // of a registration that was given up
        }
        if (failure != null) {
            registration = null;
            later(failure);
        } else if (!limited && listener.isFull()) {
            LOG.info("{}: the route is slow, so listening pauses until it has caught up", endpoint.name());
            end();
            paused = true;
        } else {
            delaySeconds = 1;
            take(snapshot);
        }
    }

    /** Into a limited query a document may come without being written, when another leaves; so none is left out. */
    private void take(QuerySnapshot snapshot) {
        boolean again = fresh && !limited && seen != null;
        List<DocumentChange> changes = snapshot.getDocumentChanges().stream()
                .filter(change -> !again || change.getDocument().getUpdateTime().compareTo(seen) > 0)
                .toList();
        fresh = false;
        seen = snapshot.getReadTime();
        listener.changed(changes);
    }

    private void later(Exception failure) {
        LOG.warn("{}: listening ended ({}), again in {} s", endpoint.name(), Failures.code(failure), delaySeconds);
        int whose = turn;
        worker.schedule(() -> beginAgain(whose), delaySeconds, SECONDS);
        delaySeconds = Math.min(2 * delaySeconds, LONGEST_DELAY_SECONDS);
    }

    private synchronized void beginAgain(int whose) {
        if (whose == turn) {
            try {
                begin();
            } catch (Exception e) {
                later(e);
            }
        }
    }
}
