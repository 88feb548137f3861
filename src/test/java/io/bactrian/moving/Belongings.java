package io.bactrian.moving;

import io.bactrian.domain.Media;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records of every kind: full ones, nearly empty ones, and those with values at the edge of what a store takes. */
final class Belongings {

    static final String TEXT = "Grüße, 駱駝 \uD83D\uDC2B \"quoted\" \\ 'x' ; -- :name ?\r\n\t\u2028€ \uFEFF\u0001";

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final List<Instant> TIMES = List.of(
            NOON,
            Instant.parse("2026-11-20T12:00:00Z"),
            Instant.parse("0001-01-01T00:00:00.000001Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"),
            Instant.EPOCH);

    /** Where a store takes certain words only. */
    private static final Map<String, String> WORDS = Map.of(
            "channel", "whatsapp",
            "kind", "auto-reply",
            "priority", "urgent",
            "result", "not-sent",
            "aiSentiment", "neutral");

    private static final Set<String> CAN_BE_EMPTY = Set.of(
            "operatorId",
            "contentType",
            "location",
            "answer",
            "name",
            "endedAt",
            "result",
            "sender",
            "expiresAt",
            "revokedAt",
            "lastUsedAt",
            "keyId",
            "target",
            "address",
            "httpStatus");

    private Belongings() {}

    /** @param copies how many of each: the first has all fields, the second only what it must have, and so on */
    static List<MovedRecord> of(RecordKind kind, int copies) {
        List<MovedRecord> records = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            Map<String, Object> values = new HashMap<>();
            for (Field field : kind.fields()) {
                if (copy % 2 == 0 || isNeeded(kind, field.name())) {
                    values.put(field.name(), value(kind, field, copy));
                }
            }
            records.add(new MovedRecord(kind, values));
        }
        return records;
    }

    private static boolean isNeeded(RecordKind kind, String field) {
        return kind != RecordKind.INCOMING_MESSAGES
                        && kind != RecordKind.OUTGOING_MESSAGES
                        && !CAN_BE_EMPTY.contains(field)
                || (kind == RecordKind.API_KEYS || kind == RecordKind.ACCOUNTS) && field.equals("name")
                || kind == RecordKind.IDEMPOTENCY_KEYS && field.equals("expiresAt")
                || List.of("messageSid", "id", "phoneNumber", "status", "tenant", "receivedAt", "queuedAt", "priority")
                        .contains(field);
    }

    private static Object value(RecordKind kind, Field field, int copy) {
        return switch (field.type()) {
            case TEXT -> text(kind, field.name(), copy);
            case NUMBER -> field.name().equals("number") ? 1 + copy : Integer.MAX_VALUE - copy;
            case FLAG -> copy % 4 == 0;
            case TIME -> TIMES.get(copy % TIMES.size());
            case AMOUNT -> new BigDecimal(field.name().equals("price") ? "-123456.0750" : "0.90");
            case ADDRESSES -> List.of("https://media.example/ü?a=b&c", "https://media.example/2");
            case ATTACHMENTS -> List.of(new Media("https://media.example/1", null), new Media("x", "image/png"));
        };
    }

    private static String text(RecordKind kind, String field, int copy) {
        if (field.equals("status")) {
            return kind == RecordKind.USERS ? "inactive" : kind == RecordKind.BATCHES ? "paused" : "sending";
        }
        if (field.equals("messageContent")) {
            return copy == 0 ? "x".repeat(100_000) : TEXT;
        }
        boolean number = List.of("phoneNumber", "to", "from", "sender").contains(field);
        return WORDS.getOrDefault(field, number ? "+1202555%04d".formatted(copy) : field.charAt(0) + "ä-" + copy);
    }
}
