package io.bactrian.store.sql;

import static io.bactrian.store.sql.SqlColumns.instant;
import static io.bactrian.store.sql.SqlColumns.integer;
import static io.bactrian.store.sql.SqlColumns.word;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.domain.Channel;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.Media;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.messages.HistoryEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Turns rows of the message log into words of the domain. */
final class SqlMessageRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Media>> MEDIA = new TypeReference<>() {};
    private static final TypeReference<List<String>> ADDRESSES = new TypeReference<>() {};

    IncomingMessage incoming(ResultSet row, int index) throws SQLException {
        return new IncomingMessage(
                row.getString("message_id"),
                PhoneNumber.of(row.getString("from_number")),
                PhoneNumber.of(row.getString("to_number")),
                row.getString("content"),
                list(row, MEDIA),
                row.getBoolean("is_registered"),
                row.getBoolean("response_sent"),
                row.getString("opt_out_type"),
                instant(row, "created_at"),
                row.getString("tenant"),
                row.getString("provider"),
                word(row, "channel", Channel.class),
                null);
    }

    OutgoingMessage outgoing(ResultSet row, int index) throws SQLException {
        return new OutgoingMessage(
                row.getString("message_id"),
                PhoneNumber.of(row.getString("to_number")),
                PhoneNumber.of(row.getString("from_number")),
                word(row, "channel", Channel.class),
                row.getString("content"),
                list(row, ADDRESSES),
                word(row, "kind", Kind.class),
                Priority.values()[row.getInt("priority")],
                row.getString("answers"),
                word(row, "status", MessageStatus.class),
                instant(row, "created_at"),
                instant(row, "send_at"),
                instant(row, "valid_until"),
                row.getBoolean("quiet_hours"),
                row.getInt("attempts"),
                row.getInt("refusals"),
                row.getInt("asked"),
                instant(row, "next_attempt_at"),
                row.getString("lease_owner"),
                instant(row, "lease_until"),
                instant(row, "ask_at"),
                row.getBoolean("awaits_decision"),
                row.getString("provider"),
                row.getString("provider_id"),
                row.getBoolean("doubled"),
                instant(row, "sent_at"),
                instant(row, "delivered_at"),
                instant(row, "failed_at"),
                row.getString("error_code"),
                row.getString("error_message"),
                integer(row, "segments"),
                row.getString("operator_id"),
                row.getString("tenant"),
                row.getString("batch_id"));
    }

    HistoryEvent attempt(ResultSet row, int index) throws SQLException {
        return new HistoryEvent(
                instant(row, "started_at"),
                "attempt",
                row.getInt("number"),
                instant(row, "ended_at"),
                row.getString("result"),
                row.getString("provider"),
                row.getString("provider_message_id"),
                null,
                row.getString("error_code"),
                row.getString("error_message"));
    }

    HistoryEvent report(ResultSet row, int index) throws SQLException {
        String errorCode = row.getString("error_code");
        return new HistoryEvent(
                instant(row, "received_at"),
                "report",
                null,
                null,
                null,
                row.getString("provider"),
                row.getString("provider_message_id"),
                row.getString("provider_status"),
                errorCode.isEmpty() ? null : errorCode,
                row.getString("error_message"));
    }

    private static <T> List<T> list(ResultSet row, TypeReference<List<T>> type) throws SQLException {
        try {
            return JSON.readValue(row.getString("media"), type);
        } catch (JsonProcessingException e) {
            // Not as the cause: it quotes what it could not read.
            throw new IllegalStateException("the column media is no JSON array of what belongs there");
        }
    }
}
