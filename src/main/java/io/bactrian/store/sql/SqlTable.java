package io.bactrian.store.sql;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.domain.Tenant;
import io.bactrian.moving.Field;
import io.bactrian.moving.MovedRecord;
import io.bactrian.moving.RecordKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where a kind of record is in the database.
 *
 * @param name the table
 * @param direction null, or which messages of the table are of that kind
 * @param key the columns that tell where a page ends, in order
 */
record SqlTable(RecordKind kind, String name, String direction, List<String> key) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static SqlTable of(RecordKind kind) {
        return switch (kind) {
            case USERS -> new SqlTable(kind, "users", null, List.of("id"));
            case INCOMING_MESSAGES -> new SqlTable(kind, "communications", "inbound", List.of("id"));
            case OUTGOING_MESSAGES -> new SqlTable(kind, "communications", "outbound", List.of("id"));
            case ATTEMPTS -> new SqlTable(kind, "attempts", null, List.of("message_id", "number"));
            case DELIVERY_REPORTS ->
                new SqlTable(
                        kind,
                        "delivery_reports",
                        null,
                        List.of("message_id", "provider_message_id", "provider_status", "error_code"));
            case OPT_OUTS -> new SqlTable(kind, "opt_outs", null, List.of("phone_number", "scope"));
            case OPT_OUT_CHANGES -> new SqlTable(kind, "opt_out_changes", null, List.of("message_sid"));
            case BATCHES -> new SqlTable(kind, "batches", null, List.of("id"));
            case IDEMPOTENCY_KEYS -> new SqlTable(kind, "idempotency_keys", null, List.of("id"));
            case API_KEYS -> new SqlTable(kind, "api_keys", null, List.of("number"));
            case ACCOUNTS -> new SqlTable(kind, "accounts", null, List.of("name"));
            case AUDIT_ENTRIES -> new SqlTable(kind, "audit_entries", null, List.of("number"));
            case MESSAGE_TRACES -> new SqlTable(kind, "message_traces", null, List.of("id"));
        };
    }

    String countSql() {
        return "select count(*) from " + name + where();
    }

    private String where() {
        return direction == null ? " where true" : " where direction = '" + direction + "'";
    }

    /** The first column is also bounded alone, because that is what H2 takes its index for. */
    String pageSql(boolean later) {
        String keys = String.join(", ", key);
        String after = " and " + key.get(0) + " >= ? and (" + keys + ") > (" + questions(key.size()) + ")";
        return "select " + columns() + ", "
                + key.stream().map(column -> column + " as key_" + column).collect(joining(", ")) + " from " + name
                + where() + (later ? after : "") + " order by " + keys + " limit ?";
    }

    void bindPage(PreparedStatement page, String after, int limit) throws SQLException {
        int place = 1;
        if (after != null) {
            List<Object> values = keyValues(after);
            page.setObject(place++, values.get(0));
            for (Object value : values) {
                page.setObject(place++, value);
            }
        }
        page.setInt(place, limit);
    }

    private String columns() {
        return kind.fields().stream().map(this::column).collect(joining(", "));
    }

    private String column(Field field) {
        return SqlFields.column(kind, field);
    }

    String insertSql() {
        String fixed = "";
        String values = "";
        if (direction != null) {
            boolean incoming = kind == RecordKind.INCOMING_MESSAGES;
            fixed = ", member_id, direction" + (incoming ? ", status, provider_id" : ", lane");
            values = ", (select id from users where tenant = ? and phone_number = ?), '" + direction + "'"
                    + (incoming ? ", 'received', ?" : ", ?");
        }
        return "insert into " + name + " (" + columns() + fixed + ") values ("
                + questions(kind.fields().size()) + values + ") on conflict do nothing";
    }

    void bindInsert(PreparedStatement insert, MovedRecord moved) throws SQLException {
        int place = 1;
        for (Field field : kind.fields()) {
            insert.setObject(place++, SqlFields.toJdbc(field, moved.value(field)));
        }
        if (direction != null) {
            insert.setObject(place++, moved.values().getOrDefault("tenant", Tenant.DEFAULT));
            insert.setObject(place++, moved.values().get("phoneNumber"));
        }
        if (kind == RecordKind.INCOMING_MESSAGES) {
            insert.setObject(place, moved.values().get("messageSid"));
        } else if (kind == RecordKind.OUTGOING_MESSAGES) {
            insert.setObject(place, SqlFields.lane(moved));
        }
    }

    MovedRecord read(ResultSet row) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        int place = 1;
        for (Field field : kind.fields()) {
            values.put(field.name(), SqlFields.fromJdbc(field, row, place++));
        }
        return new MovedRecord(kind, values);
    }

    /** Where a row is, as text. */
    String key(ResultSet row) throws SQLException {
        Object[] values = new Object[key.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject("key_" + key.get(i));
        }
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new SQLException("a key cannot be written");
        }
    }

    private static List<Object> keyValues(String text) throws SQLException {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("the place to go on at cannot be read");
        }
    }

    private static String questions(int count) {
        return IntStream.range(0, count).mapToObj(i -> "?").collect(joining(", "));
    }
}
