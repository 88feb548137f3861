package io.bactrian.component.firestore;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

/** Asks Firestore and lets the thread go; the exchange continues on another when the answer is there. */
final class GoogleFirestoreProducer extends DefaultAsyncProducer {

    private final GoogleFirestoreEndpoint endpoint;
    private final FirestoreHealth health;
    private Operations operations;

    GoogleFirestoreProducer(GoogleFirestoreEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.health = new FirestoreHealth(endpoint, "producer");
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            CompletableFuture<Consumer<Message>> answer = operations.begin(exchange, endpoint.getConfiguration());
            answer.whenCompleteAsync(
                    (filling, failure) -> end(exchange, callback, filling, failure),
                    endpoint.getComponent().continuation());
            return false;
        } catch (UnusableRequest | InvalidPayloadException e) {
            exchange.setException(e);
        } catch (RuntimeException e) {
            exchange.setException(Failures.of(endpoint.name(), e));
        }
        callback.done(true);
        return true;
    }

    private void end(Exchange exchange, AsyncCallback callback, Consumer<Message> filling, Throwable failure) {
        if (failure == null) {
            filling.accept(exchange.getMessage());
        } else {
            exchange.setException(Failures.of(endpoint.name(), failure));
        }
        callback.done(false);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        operations =
                new Operations(endpoint.connection(), endpoint.getComponent().continuation(), endpoint.name());
        health.register();
    }

    @Override
    protected void doStop() throws Exception {
        health.unregister();
        super.doStop();
    }
}
