package io.bactrian.component.firestore;

import io.bactrian.domain.StoreException;

/** {@code updateDocument} expected a time of the last write, and the document was written since. */
public final class DocumentChangedException extends StoreException {

    DocumentChangedException(String name, Throwable cause) {
        super(name, "FAILED_PRECONDITION", false, cause);
    }
}
