package io.bactrian.component.firestore;

import com.google.api.gax.rpc.ApiException;
import com.google.cloud.firestore.BulkWriterException;
import com.google.cloud.firestore.FirestoreException;
import io.bactrian.domain.StoreException;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Firestore's failures as the house's. Firestore's own words quote a document's path, and the client's a field's value;
 * only the code goes further.
 */
final class Failures {

    /** After these the same may succeed later. */
    private static final Set<String> PASSING =
            Set.of("UNAVAILABLE", "DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED", "ABORTED", "INTERNAL", "CANCELLED");

    private Failures() {}

    /** @param name of where it was, safe to print */
    static StoreException of(String name, Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof StoreException already) {
            return already;
        }
        String code = code(cause);
        return new StoreException(name, code, PASSING.contains(code), cause);
    }

    /** Of a write, where some codes say what became of the document. */
    static StoreException ofWrite(String name, Throwable failure) {
        Throwable cause = cause(failure);
        return switch (code(cause)) {
            case "ALREADY_EXISTS" -> new DocumentExistsException(name, cause);
            case "NOT_FOUND" -> new DocumentNotFoundException(name, cause);
            case "FAILED_PRECONDITION" -> new DocumentChangedException(name, cause);
            default -> of(name, cause);
        };
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    static StoreException tooMuchWaits(String name) {
        return new StoreException(name, "too much waits", true, null);
    }

    /** True where Firestore, or the client, did not understand what it was sent. */
    static boolean isUnreadable(Throwable failure) {
        return Status.Code.INVALID_ARGUMENT.name().equals(code(failure));
    }

    /** gRPC's word for it; the first in the chain of causes that has one. */
    static String code(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Failures::ownCode)
                .filter(code -> code != null)
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }

    private static String ownCode(Throwable failure) {
        if (failure instanceof BulkWriterException bulk) {
            return bulk.getStatus().getCode().name();
        }
        if (failure instanceof FirestoreException firestore && firestore.getStatus() != null) {
            return firestore.getStatus().getCode().name();
        }
        if (failure instanceof ApiException api) {
            return api.getStatusCode().getCode().name();
        }
        if (failure instanceof TimeoutException) {
            return Status.Code.DEADLINE_EXCEEDED.name();
        }
        return failure instanceof IllegalArgumentException ? Status.Code.INVALID_ARGUMENT.name() : null;
    }
}
