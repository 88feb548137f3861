package io.bactrian.component.firestore;

import io.bactrian.domain.StoreException;

/** {@code updateDocument} was given the id of a document that is not there. */
public final class DocumentNotFoundException extends StoreException {

    DocumentNotFoundException(String name, Throwable cause) {
        super(name, "NOT_FOUND", false, cause);
    }
}
