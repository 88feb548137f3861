package io.bactrian.store.sql;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a database holds of a message, by the names of the design. */
public final class SqlStored {

    private SqlStored() {}

    /** Empty where there is no such message. */
    public static Map<String, Object> of(JdbcClient jdbc, String messageId) {
        return jdbc
                .sql("select * from communications where message_id = ?")
                .param(messageId)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .map(SqlStored::named)
                .orElse(Map.of());
    }

    private static Map<String, Object> named(Map<String, Object> row) {
        Map<String, Object> fields = new HashMap<>();
        row.forEach((column, value) -> fields.put(camelCase(column), plain(value)));
        boolean incoming = "inbound".equals(fields.get("direction"));
        fields.put("messageSid", fields.get("messageId"));
        fields.put("messageContent", fields.get("content"));
        fields.put("providerMessageId", fields.get("providerId"));
        fields.put("phoneNumber", fields.get(incoming ? "fromNumber" : "toNumber"));
        fields.put("to", fields.get("toNumber"));
        fields.put("from", fields.get("fromNumber"));
        fields.put(incoming ? "receivedAt" : "queuedAt", fields.get("createdAt"));
        return fields;
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
