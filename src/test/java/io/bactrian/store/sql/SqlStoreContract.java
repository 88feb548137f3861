package io.bactrian.store.sql;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.messages.MessageLog;
import io.bactrian.store.StoreContract;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
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
    protected void addUser(PhoneNumber number, String name, boolean active) {
        jdbc().sql("insert into users (phone_number, name, status) values (?, ?, ?)")
                .params(number.value(), name, active ? "active" : "inactive")
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
    protected MessageLog log() {
        return SqlAdapter.log(database());
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database());
    }
}
