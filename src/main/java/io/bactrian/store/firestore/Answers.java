package io.bactrian.store.firestore;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutures;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.firestore.FirestoreException;
import com.google.common.util.concurrent.MoreExecutors;
import io.bactrian.domain.StoreException;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for Firestore, for the questions of people. Its own words quote documents, so they are left out of failures. */
final class Answers {

    private static final long GIVE_UP_S = 10;
    private static final Set<String> PASSING =
            Set.of("UNAVAILABLE", "DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED", "ABORTED", "INTERNAL", "CANCELLED");

    private static final Set<String> LOST = Set.of("FAILED_PRECONDITION", "ALREADY_EXISTS", "NOT_FOUND");

    private Answers() {}

    /**
     * @param question its name, for the failure
     * @throws StoreException where there is no answer
     */
    static <T> T to(String question, ApiFuture<T> answer) {
        try {
            return answer.get(GIVE_UP_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            String code = code(e.getCause());
            throw new StoreException(question, code, PASSING.contains(code), e.getCause());
        } catch (TimeoutException e) {
            throw new StoreException(question, "no answer", true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(question, "interrupted", true, e);
        }
    }

    /**
     * Waits for a write that is to be done only if nobody else has changed, or created, the document.
     *
     * @return false where somebody else has
     * @throws StoreException where it failed for another reason
     */
    static boolean toRace(String question, ApiFuture<?> write) {
        ApiFuture<Boolean> won = ApiFutures.transform(write, done -> true, MoreExecutors.directExecutor());
        return to(
                question,
                ApiFutures.catchingAsync(
                        won,
                        Exception.class,
                        failure -> LOST.contains(code(failure))
                                ? ApiFutures.immediateFuture(false)
                                : ApiFutures.immediateFailedFuture(failure),
                        MoreExecutors.directExecutor()));
    }

    /** The gRPC status of a failure, or the name of its class where it has none. */
    static String code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException api) {
                return api.getStatusCode().getCode().name();
            }
            if (cause instanceof FirestoreException firestore && firestore.getStatus() != null) {
                return firestore.getStatus().getCode().name();
            }
        }
        return Status.fromThrowable(failure).getCode() == Status.Code.UNKNOWN
                ? failure.getClass().getSimpleName()
                : Status.fromThrowable(failure).getCode().name();
    }
}
