package io.bactrian.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.domain.Lane;
import io.bactrian.domain.Media;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Tenant;
import io.bactrian.moving.Field;
import io.bactrian.moving.MovedRecord;
import io.bactrian.moving.RecordKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which column a field of the design is, and how its values are written there. */
final class SqlFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Media>> ATTACHMENTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> ADDRESSES = new TypeReference<>() {};

    /** Where the column is not called like the field. */
    private static final Map<RecordKind, Map<String, String>> NAMES = Map.of(
            RecordKind.INCOMING_MESSAGES,
            Map.of(
                    "messageSid", "message_id",
                    "phoneNumber", "from_number",
                    "to", "to_number",
                    "messageContent", "content",
                    "receivedAt", "created_at",
                    "price", "cost"),
            RecordKind.OUTGOING_MESSAGES,
            Map.of(
                    "id", "message_id",
                    "phoneNumber", "to_number",
                    "from", "from_number",
                    "messageContent", "content",
                    "mediaUrl", "media",
                    "queuedAt", "created_at",
                    "providerMessageId", "provider_id",
                    "price", "cost"));

    private SqlFields() {}

    static String column(RecordKind kind, Field field) {
        String name = NAMES.getOrDefault(kind, Map.of()).get(field.name());
        return name != null ? name : field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static Object toJdbc(Field field, Object value) throws SQLException {
        if (value instanceof Instant time) {
            return SqlColumns.time(time);
        }
        if (value instanceof List<?> list) {
            return json(list);
        }
        return value != null && isPriority(field) ? (Object) rank((String) value) : value;
    }

    static Object fromJdbc(Field field, ResultSet row, int column) throws SQLException {
        return switch (field.type()) {
            case TEXT -> isPriority(field) ? priority(SqlColumns.integer(row, column)) : row.getString(column);
            case NUMBER -> SqlColumns.integer(row, column);
            case FLAG -> row.getObject(column, Boolean.class);
            case TIME -> instant(row.getObject(column, OffsetDateTime.class));
            case AMOUNT -> row.getBigDecimal(column);
            case ADDRESSES -> list(row.getString(column), ADDRESSES);
            case ATTACHMENTS -> list(row.getString(column), ATTACHMENTS);
        };
    }

    private static boolean isPriority(Field field) {
        return field.name().equals("priority");
    }

    private static Integer rank(String word) throws SQLException {
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.toString().equals(word))
                .map(Priority::ordinal)
                .findFirst()
                .orElseThrow(() -> new SQLException("there is no such priority", "22023"));
    }

    /** Where a moved message waits. */
    static String lane(MovedRecord moved) throws SQLException {
        Map<String, Object> values = moved.values();
        Integer rank = rank((String) values.getOrDefault("priority", Priority.NORMAL.toString()));
        return Lane.of(
                Priority.values()[rank],
                (String) values.getOrDefault("tenant", Tenant.DEFAULT),
                (String) values.get("batchId"),
                (String) values.get("from"));
    }

    private static String priority(Integer rank) {
        return rank == null ? null : Priority.values()[rank].toString();
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String json(List<?> list) throws SQLException {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new SQLException("a list cannot be written as JSON", "22000");
        }
    }

    private static <T> List<T> list(String json, TypeReference<List<T>> type) throws SQLException {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            // Not as the cause: it quotes what it could not read.
            throw new SQLException("the column media is no JSON array of what belongs there", "22000");
        }
    }
}
