package io.bactrian.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.audit.AuditEntry;
import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.Claim;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.ExpiryClaim;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.PollClaim;
import io.bactrian.domain.User;
import io.bactrian.domain.UserKey;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The store's ports, called as a flow calls them. */
final class Ports {

    private final CamelContext camel;
    private final ProducerTemplate template;
    private volatile List<String> unreadable = List.of();

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
        return findUser("default", number);
    }

    User findUser(String tenant, PhoneNumber number) {
        return call("find-user", new UserKey(tenant, number)).getMessage().getBody(User.class);
    }

    @SuppressWarnings("unchecked")
    List<OptOutChange> findOptOuts(List<PhoneNumber> numbers) {
        return call("find-opt-outs", numbers).getMessage().getBody(List.class);
    }

    /** Whether it was there already. */
    boolean logIncoming(IncomingMessage message) {
        return pass("log-incoming", message).getVariable("duplicate", Boolean.class);
    }

    void queue(Object messageOrList) {
        pass("queue-outgoing", messageOrList);
    }

    List<OutgoingMessage> claim(Claim claim) {
        return claim("claim-due", claim);
    }

    List<OutgoingMessage> claimUnsettled(Claim claim) {
        return claim("claim-unsettled", claim);
    }

    List<OutgoingMessage> claimUnreported(PollClaim claim) {
        return claim("claim-unreported", claim);
    }

    List<OutgoingMessage> expire(ExpiryClaim claim) {
        return claim("expire-overdue", claim);
    }

    @SuppressWarnings("unchecked")
    private List<OutgoingMessage> claim(String port, Object claim) {
        Exchange exchange = call(port, claim);
        unreadable = exchange.getVariable("unreadable", List.class);
        return exchange.getMessage().getBody(List.class);
    }

    /** The ids of the messages that the last claim put off. */
    List<String> unreadable() {
        return unreadable;
    }

    @SuppressWarnings("unchecked")
    List<KnownReceipt> findReceipts(List<String> ids) {
        return call("find-receipts", ids).getMessage().getBody(List.class);
    }

    /** Whether it has just turned out that the message went out twice. */
    boolean update(AttemptOutcome outcome) {
        return pass("update-outgoing", outcome).getVariable("doubled", Boolean.class);
    }

    /** Whether it has just turned out that the message went out twice. */
    boolean report(DeliveryReport report) {
        return pass("apply-delivery-report", report).getVariable("doubled", Boolean.class);
    }

    void recordOptOut(Object changeOrList) {
        pass("record-opt-out", changeOrList);
    }

    void recordAudit(AuditEntry entry) {
        pass("record-audit", entry);
    }

    void completeAudit(AuditEntry entry) {
        pass("complete-audit", entry);
    }

    void stop() {
        camel.stop();
    }
}
