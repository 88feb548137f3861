package io.bactrian.component.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QuerySnapshot;
import com.google.cloud.firestore.WriteResult;
import io.bactrian.component.gather.Gatherer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/**
 * One client, with what waits for it. Writes that come while others are under way go out together, and so do look-ups;
 * each has its own result. A lone one leaves at once. Nothing here holds a thread.
 */
final class Connection {

    private final Firestore client;
    private final Gatherer<Waiting<DocumentWrite, WriteResult>> writes;
    private final Gatherer<Waiting<DocumentReference, DocumentSnapshot>> lookups;
    private final Semaphore queries;

    /**
     * @param queueSize how many writes, how many look-ups and how many queries may wait
     * @param groupSize how many writes or look-ups go out together at the most; 500 is the client's own limit
     * @param sender one thread, which encodes and sends
     */
    Connection(Firestore client, int queueSize, int groupSize, ScheduledExecutorService sender) {
        this.client = client;
        Groups groups = new Groups(client, sender);
        writes = new Gatherer<>(queueSize, groupSize, sender, groups::write);
        lookups = new Gatherer<>(queueSize, groupSize, sender, groups::lookUp);
        queries = new Semaphore(queueSize);
    }

    Firestore client() {
        return client;
    }

    /** @throws RuntimeException where the client cannot encode it */
    CompletableFuture<WriteResult> write(DocumentWrite write, String name) {
        write.trial().accept(client.batch());
        return wait(writes, write, name);
    }

    CompletableFuture<DocumentSnapshot> lookUp(DocumentReference document, String name) {
        return wait(lookups, document, name);
    }

    CompletableFuture<QuerySnapshot> query(Query query, String name) {
        if (!queries.tryAcquire()) {
            return CompletableFuture.failedFuture(Failures.tooMuchWaits(name));
        }
        return Futures.of(query.get()).whenComplete((result, failure) -> queries.release());
    }

    private static <R, T> CompletableFuture<T> wait(Gatherer<Waiting<R, T>> gatherer, R request, String name) {
        CompletableFuture<T> result = new CompletableFuture<>();
        return gatherer.offer(new Waiting<>(request, result))
                ? result
                : CompletableFuture.failedFuture(Failures.tooMuchWaits(name));
    }
}
