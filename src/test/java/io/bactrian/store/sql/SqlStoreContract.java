package io.bactrian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Claim;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.messages.MessageLog;
import io.bactrian.store.StoreContract;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL adapter's own route files and statements, on a database of the subclass. */
abstract class SqlStoreContract extends StoreContract {

    protected abstract DataSource database();

    @Override
    protected CamelContext instance() throws Exception {
        return SqlAdapter.start(database());
    }

    @Override
    protected void empty() {
        Arrays.asList("communications", "attempts", "delivery_reports", "opt_outs", "opt_out_changes", "users")
                .forEach(table -> jdbc().sql("delete from " + table).update());
    }

    @Override
    protected void addUser(String tenant, PhoneNumber number, String name, boolean active) {
        jdbc().sql("insert into users (tenant, phone_number, name, status) values (?, ?, ?, ?)")
                .params(tenant, number.value(), name, active ? "active" : "inactive")
                .update();
    }

    @Override
    protected int countStored() {
        return jdbc().sql("select count(*) from communications")
                .query(Integer.class)
                .single();
    }

    @Override
    protected Map<String, Object> stored(String messageId) {
        return SqlStored.of(jdbc(), messageId);
    }

    @Override
    protected void overwrite(String messageId, String field, String value) {
        jdbc().sql("update communications set " + field + " = ? where message_id = ?")
                .params(value, messageId)
                .update();
    }

    @Test
    void aListThatIsNoJsonStopsNoClaim() throws Exception {
        try (CamelContext camel = instance()) {
            ProducerTemplate ports = camel.createProducerTemplate();
            ports.requestBody(
                    "direct:queue-outgoing",
                    List.of(outgoing("m1", Priority.URGENT, null), outgoing("m2", Priority.LOW, null)));
            overwrite("m1", "media", "[\"https:");
            Claim claim = Claim.of(2, "one", "here", NOON, Duration.ofSeconds(60));
            assertThat(ports.requestBody("direct:claim-due", claim, List.class))
                    .hasToString("[OutgoingMessage[m2, sending]]");
        }
    }

    @Override
    protected MessageLog log() {
        return SqlAdapter.log(database());
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database());
    }
}
