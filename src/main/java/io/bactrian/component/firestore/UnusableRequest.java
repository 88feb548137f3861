package io.bactrian.component.firestore;

/** What was asked lacks something, or cannot be understood; said in words that hold nothing of a document. */
final class UnusableRequest extends IllegalArgumentException {

    UnusableRequest(String message) {
        super(message);
    }
}
