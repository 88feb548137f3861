/**
 * The store in Google Cloud Firestore: what becomes of a record in a document, and the queries of people. The message
 * path itself is in {@code routes/store/firestore/}.
 */
package io.bactrian.store.firestore;
