package io.bactrian.component.firestore;

import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Reads the collection at intervals, and gives each document to the route. One at a time, and the next poll begins
 * after the last one: what a slow route makes wait stays in Firestore, but for one page.
 */
final class GoogleFirestoreConsumer extends ScheduledPollConsumer {

    private static final int PAGE = 500;

    private final GoogleFirestoreEndpoint endpoint;

    GoogleFirestoreConsumer(GoogleFirestoreEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected int poll() throws Exception {
        Query query = endpoint.query();
        if (endpoint.getFilter().getQueryLimit() > 0) {
            return consume(read(query));
        }
        int polled = 0;
        List<QueryDocumentSnapshot> page = read(query.limit(PAGE));
        while (!page.isEmpty() && isRunAllowed()) {
            polled += consume(page);
            page = page.size() < PAGE
                    ? List.of()
                    : read(query.startAfter(page.get(PAGE - 1)).limit(PAGE));
        }
        return polled;
    }

    private List<QueryDocumentSnapshot> read(Query query) throws Exception {
        try {
            return query.get().get().getDocuments();
        } catch (ExecutionException e) {
            throw Failures.of(endpoint.name(), e);
        }
    }

    private int consume(List<QueryDocumentSnapshot> page) throws Exception {
        for (int i = 0; i < page.size() && isRunAllowed(); i++) {
            Exchange exchange = createExchange(false);
            Answers.document(exchange.getMessage(), page.get(i));
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, i);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, page.size());
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, i == page.size() - 1);
            Routing.run(this, exchange);
        }
        return page.size();
    }
}
