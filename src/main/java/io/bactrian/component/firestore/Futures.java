package io.bactrian.component.firestore;

import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutureCallback;
import com.google.api.core.ApiFutures;
import java.util.concurrent.CompletableFuture;

/** Google's futures as Java's. */
final class Futures {

    private Futures() {}

    static <T> CompletableFuture<T> of(ApiFuture<T> future) {
        CompletableFuture<T> result = new CompletableFuture<>();
        ApiFutureCallback<T> callback = new ApiFutureCallback<>() {
            @Override
            public void onSuccess(T value) {
                end(result, value, null);
            }

            @Override
            public void onFailure(Throwable failure) {
                end(result, null, failure);
            }
        };
        ApiFutures.addCallback(future, callback, Runnable::run);
        return result;
    }

    /** True where it was not complete before. */
    static <T> boolean end(CompletableFuture<T> future, T value, Throwable failure) {
        return failure == null ? future.complete(value) : future.completeExceptionally(failure);
    }
}
