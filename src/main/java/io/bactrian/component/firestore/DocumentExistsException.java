package io.bactrian.component.firestore;

import io.bactrian.domain.StoreException;

/** {@code createDocument} was given the id of a document that is there already. */
public final class DocumentExistsException extends StoreException {

    DocumentExistsException(String name, Throwable cause) {
        super(name, "ALREADY_EXISTS", false, cause);
    }
}
