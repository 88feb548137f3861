package io.bactrian.store.sql;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.store.StoreContract;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
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
        Map<String, Object> fields = new HashMap<>();
        jdbc().sql("select * from communications where message_id = ?")
                .param(messageId)
                .query()
                .singleRow()
                .forEach((column, value) -> fields.put(camelCase(column), plain(value)));
        boolean incoming = "inbound".equals(fields.get("direction"));
        fields.put("messageContent", fields.get("content"));
        fields.put("providerMessageId", fields.get("providerId"));
        fields.put("phoneNumber", fields.get(incoming ? "fromNumber" : "toNumber"));
        fields.put("to", fields.get("toNumber"));
        fields.put(incoming ? "receivedAt" : "queuedAt", fields.get("createdAt"));
        return fields;
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database());
    }

    private static Object plain(Object value) {
        if (value instanceof Timestamp time) {
            return time.toInstant();
        }
        return value instanceof java.time.OffsetDateTime time ? (Object) Instant.from(time) : value;
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.toLowerCase().split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
