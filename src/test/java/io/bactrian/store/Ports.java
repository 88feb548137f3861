package io.bactrian.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.Claim;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The store's ports, called as a flow calls them. */
final class Ports {

    private final CamelContext camel;
    private final ProducerTemplate template;

    Ports(CamelContext camel) {
        this.camel = camel;
        this.template = camel.createProducerTemplate();
    }

    private Exchange call(String port, Object body) {
        Exchange exchange =
                template.request("direct:" + port, in -> in.getMessage().setBody(body));
        if (exchange.getException() instanceof RuntimeException failure) {
            throw failure;
        }
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException());
        }
        return exchange;
    }

    /** Calls a port that gives what it takes. */
    private Exchange pass(String port, Object body) {
        Exchange exchange = call(port, body);
        assertThat(exchange.getMessage().getBody()).as("what comes back").isSameAs(body);
        assertThat(exchange.getMessage().getHeaders()).as("headers left behind").isEmpty();
        return exchange;
    }

    User findUser(PhoneNumber number) {
        return call("find-user", number).getMessage().getBody(User.class);
    }

    OptOutChange findOptOut(PhoneNumber number) {
        return call("find-opt-out", number).getMessage().getBody(OptOutChange.class);
    }

    /** Whether it was there already. */
    boolean logIncoming(IncomingMessage message) {
        return pass("log-incoming", message).getVariable("duplicate", Boolean.class);
    }

    void queue(Object messageOrList) {
        pass("queue-outgoing", messageOrList);
    }

    @SuppressWarnings("unchecked")
    List<OutgoingMessage> claim(Claim claim) {
        return call("claim-due", claim).getMessage().getBody(List.class);
    }

    @SuppressWarnings("unchecked")
    List<OutgoingMessage> claimUnsettled(Claim claim) {
        return call("claim-unsettled", claim).getMessage().getBody(List.class);
    }

    @SuppressWarnings("unchecked")
    List<KnownReceipt> findReceipts(List<String> ids) {
        return call("find-receipts", ids).getMessage().getBody(List.class);
    }

    void update(AttemptOutcome outcome) {
        pass("update-outgoing", outcome);
    }

    void report(DeliveryReport report) {
        pass("apply-delivery-report", report);
    }

    void recordOptOut(OptOutChange change) {
        pass("record-opt-out", change);
    }

    void stop() {
        camel.stop();
    }
}
