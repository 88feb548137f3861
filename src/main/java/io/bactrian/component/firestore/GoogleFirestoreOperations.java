package io.bactrian.component.firestore;

/** What a producer does; the names are the contract's. */
public enum GoogleFirestoreOperations {
    setDocument,
    getDocumentById,
    updateDocument,
    deleteDocument,
    queryCollection,
    listDocuments,
    listCollections,
    createDocument
}
