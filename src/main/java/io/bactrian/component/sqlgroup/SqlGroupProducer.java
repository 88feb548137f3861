package io.bactrian.component.sqlgroup;

import io.bactrian.component.gather.Gatherer;
import io.bactrian.domain.StoreException;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Hands an exchange to the next group and continues it, on another thread, when that group is durable. */
final class SqlGroupProducer extends DefaultAsyncProducer {

    private final SqlGroupEndpoint endpoint;
    private ExecutorService worker;
    private Gatherer<Waiting> gatherer;

    SqlGroupProducer(SqlGroupEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        if (exchange.getMessage().getBody() == null) {
            exchange.setException(new IllegalArgumentException("there is no body for " + endpoint.getName()));
        } else if (gatherer.offer(new Waiting(exchange, callback))) {
            return false;
        } else {
            exchange.setException(new StoreException(endpoint.getName(), "too much waits", true, null));
        }
        callback.done(true);
        return true;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        SqlGroupComponent component = endpoint.getComponent();
        worker = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadExecutor(this, "sql-group-" + endpoint.getName());
        GroupTransaction transaction = new GroupTransaction(
                endpoint.getName(), component.getDataSource(), endpoint.work(), component.continuation());
        gatherer = new Gatherer<>(component.getQueueSize(), component.getGroupSize(), worker, transaction::settle);
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(worker);
        super.doStop();
    }
}
