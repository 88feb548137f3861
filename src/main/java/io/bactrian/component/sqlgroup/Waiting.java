package io.bactrian.component.sqlgroup;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** One exchange that waits for its group's commit. What the work found is kept here until the commit is durable. */
final class Waiting {

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Object body;
    private Object result;
    private Integer updateCount;

    Waiting(Exchange exchange, AsyncCallback callback) {
        this.exchange = exchange;
        this.callback = callback;
        this.body = exchange.getMessage().getBody();
    }

    Object body() {
        return body;
    }

    void found(Object value) {
        result = value;
    }

    void changed(int rows) {
        updateCount = rows;
    }

    /** Continues the exchange after the commit. */
    void succeed() {
        if (updateCount != null) {
            exchange.setVariable(SqlGroupEndpoint.UPDATE_COUNT, updateCount);
        } else {
            exchange.getMessage().setBody(result);
        }
        callback.done(false);
    }

    /** Continues the exchange as failed. */
    void fail(Exception cause) {
        exchange.setException(cause);
        callback.done(false);
    }
}
