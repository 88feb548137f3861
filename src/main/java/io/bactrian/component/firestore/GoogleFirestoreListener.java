package io.bactrian.component.firestore;

import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

final class GoogleFirestoreListener extends DefaultConsumer {
    GoogleFirestoreListener(GoogleFirestoreEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }
}
