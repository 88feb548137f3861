package io.bactrian.component.sqlgroup;

import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** One exchange that waits for its group's commit. What the work found is kept here until the commit is durable. */
final class Waiting {

    private final Exchange exchange;
    private final AsyncCallback callback;
    private final Object body;
    private Object result;
    private Integer updateCount;
    private Integer lastUpdateCount;
    private List<String> unreadable;

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

    void changedLast(int rows) {
        lastUpdateCount = rows;
    }

    void unreadable(List<String> ids) {
        unreadable = ids;
    }

    /** Continues the exchange after the commit. */
    void succeed() {
        if (updateCount != null) {
            exchange.setVariable(SqlGroupEndpoint.UPDATE_COUNT, updateCount);
            exchange.setVariable(SqlGroupEndpoint.LAST_UPDATE_COUNT, lastUpdateCount);
        } else {
            exchange.getMessage().setBody(result);
            exchange.setVariable(SqlGroupEndpoint.UNREADABLE, unreadable);
        }
        callback.done(false);
    }

    /** Continues the exchange as failed. */
    void fail(Exception cause) {
        exchange.setException(cause);
        callback.done(false);
    }
}
