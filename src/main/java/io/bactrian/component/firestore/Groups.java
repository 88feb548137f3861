package io.bactrian.component.firestore;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.cloud.firestore.BulkWriter;
import com.google.cloud.firestore.BulkWriterOptions;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;

/** Sends a group of writes, or of look-ups, and gives each its own result. */
final class Groups {

    /** Writes a second: never reached by one group. */
    private static final int UNTHROTTLED = 100_000;

    /** Longer than the client itself tries. */
    private static final int PATIENCE_SECONDS = 90;

    private final Firestore client;
    private final BulkWriterOptions writing;

    Groups(Firestore client, ScheduledExecutorService sender) {
        this.client = client;
        writing = BulkWriterOptions.builder()
                .setInitialOpsPerSecond(UNTHROTTLED)
                .setMaxOpsPerSecond(UNTHROTTLED)
                .setExecutor(sender)
                .build();
    }

    /** One write that Firestore will not read has its whole batch refused; each of those is then sent alone. */
    CompletionStage<?> write(List<Waiting<DocumentWrite, WriteResult>> group) {
        List<Waiting<DocumentWrite, WriteResult>> refused = new CopyOnWriteArrayList<>();
        BulkWriter writer = writer();
        CompletableFuture<?>[] sent = group.stream()
                .map(waiting -> begin(writer, waiting.request()).handle((result, failure) -> {
                    boolean again = failure != null && group.size() > 1 && Failures.isUnreadable(failure);
                    return again ? refused.add(waiting) : Futures.end(waiting.result(), result, failure);
                }))
                .toArray(CompletableFuture[]::new);
        writer.flush();
        return patiently(CompletableFuture.allOf(sent), group).thenCompose(done -> alone(refused));
    }

    /**
     * A writer for each group: over a longer life its rate limiter counts past the largest number, both where it is set
     * and where it is switched off, and then holds writes back.
     */
    private BulkWriter writer() {
        BulkWriter writer = client.bulkWriter(writing);
        writer.addWriteErrorListener(error -> false); // trying again is for the route to say
        return writer;
    }

    private static CompletableFuture<WriteResult> begin(BulkWriter writer, DocumentWrite write) {
        try {
            return Futures.of(write.sending().apply(writer));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<?> alone(List<Waiting<DocumentWrite, WriteResult>> refused) {
        return CompletableFuture.allOf(refused.stream()
                .map(waiting -> write(List.of(waiting)).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    CompletionStage<?> lookUp(List<Waiting<DocumentReference, DocumentSnapshot>> group) {
        DocumentReference[] documents = group.stream().map(Waiting::request).toArray(DocumentReference[]::new);
        CompletableFuture<?> found = Futures.of(client.getAll(documents)).thenAccept(snapshots -> {
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result().complete(snapshots.get(i));
            }
        });
        return patiently(found, group);
    }

    /** Whatever the client does, what waits ends, and the next group begins. */
    private static <R, T> CompletionStage<?> patiently(CompletableFuture<?> work, List<Waiting<R, T>> group) {
        return work.orTimeout(PATIENCE_SECONDS, SECONDS).handle((done, failure) -> {
            if (failure != null) {
                group.forEach(waiting -> Futures.end(waiting.result(), null, failure));
            }
            return done;
        });
    }
}
