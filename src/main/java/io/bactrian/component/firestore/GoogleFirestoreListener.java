package io.bactrian.component.firestore;

import com.google.cloud.firestore.DocumentChange;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/**
 * Is told of changes as they happen, and gives them to the route one at a time. While the route is slow it keeps of
 * each document the latest change only, and where those are too many it stops listening until the route has caught up.
 */
final class GoogleFirestoreListener extends DefaultConsumer implements CollectionWatch.Listener {

    private final GoogleFirestoreEndpoint endpoint;
    private final PendingChanges pending = new PendingChanges();
    private final AtomicBoolean telling = new AtomicBoolean();
    private ScheduledExecutorService worker;
    private CollectionWatch watch;

    GoogleFirestoreListener(GoogleFirestoreEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    public boolean isFull() {
        return pending.size() >= endpoint.getConfiguration().getMaxPendingChanges();
    }

    @Override
    public void changed(List<DocumentChange> changes) {
        changes.forEach(change -> pending.add(change.getType(), change.getDocument()));
        wake();
    }

    /** How many changes the route was not told yet. */
    int waiting() {
        return pending.size();
    }

    private void wake() {
        if (isRunAllowed() && telling.compareAndSet(false, true)) {
            worker.execute(this::tell);
        }
    }

    private void tell() {
        PendingChanges.Change change = pending.poll();
        while (change != null && isRunAllowed()) {
            tell(change);
            change = pending.poll();
        }
        telling.set(false);
        if (pending.size() > 0) {
            wake(); // something came between the last look and the flag
        } else if (isRunAllowed()) {
            watch.resume();
        }
    }

    private void tell(PendingChanges.Change change) {
        Exchange exchange = createExchange(false);
        Answers.document(exchange.getMessage(), change.document());
        exchange.getMessage()
                .setHeader(GoogleFirestoreConstants.CHANGE_TYPE, change.type().name());
        Routing.run(this, exchange);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        setHealthCheck(new FirestoreHealth(endpoint, "consumer"));
        worker = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newScheduledThreadPool(this, "google-firestore-listener", 1);
        watch = new CollectionWatch(endpoint, this, worker);
        watch.begin();
    }

    @Override
    protected void doStop() throws Exception {
        watch.end();
        endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(worker);
        pending.clear();
        super.doStop();
    }
}
