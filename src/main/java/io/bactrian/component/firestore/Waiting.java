package io.bactrian.component.firestore;

import java.util.concurrent.CompletableFuture;

/** A write or a look-up that waits for its turn, and for its own result. */
record Waiting<R, T>(R request, CompletableFuture<T> result) {}
