package io.bactrian.api;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Lists of messages as tables; numbers are masked. */
final class MessageCsv {

    /** So many rows, and where they go on: an answer is held in memory. */
    private static final int MOST_ROWS = 10_000;

    private static final int AT_ONCE = 1_000;
    private static final int MOST_PAGES = 50;

    private static final List<String> INCOMING = List.of(
            "receivedAt",
            "messageSid",
            "phoneNumber",
            "to",
            "channel",
            "isRegistered",
            "responseSent",
            "messageContent");
    private static final List<String> OUTGOING = List.of(
            "queuedAt",
            "id",
            "phoneNumber",
            "from",
            "channel",
            "kind",
            "status",
            "sentAt",
            "deliveredAt",
            "failedAt",
            "errorCode",
            "errorMessage",
            "segments",
            "operatorId",
            "batchId",
            "messageContent");

    private MessageCsv() {}

    static Answer incoming(MessageQuery query, Function<MessageQuery, Page<IncomingMessage>> pages) {
        return table("incoming", INCOMING, query, pages, MessageCsv::row);
    }

    static Answer outgoing(MessageQuery query, Function<MessageQuery, Page<OutgoingMessage>> pages) {
        return table("outgoing", OUTGOING, query, pages, MessageCsv::row);
    }

    private static <T> Answer table(
            String list,
            List<String> columns,
            MessageQuery query,
            Function<MessageQuery, Page<T>> pages,
            Function<T, List<Object>> row) {
        List<List<Object>> rows = new ArrayList<>();
        PageRequest first = query.page();
        String cursor = first.cursor();
        for (int page = 0; page == 0 || cursor != null && page < MOST_PAGES && rows.size() < MOST_ROWS; page++) {
            int limit = Math.min(AT_ONCE, MOST_ROWS - rows.size());
            PageRequest next = new PageRequest(first.tenant(), cursor, limit, first.oldestFirst());
            Page<T> found = Parameters.paging(() -> pages.apply(query.on(next)));
            found.items().forEach(item -> rows.add(row.apply(item)));
            cursor = found.nextCursor();
        }
        String more = cursor == null ? null : "/api/messages/" + list + "?cursor=" + cursor;
        return Csv.answer(list + ".csv", columns, rows, more);
    }

    private static List<Object> row(IncomingMessage message) {
        return Arrays.asList(
                message.receivedAt(),
                message.messageSid(),
                message.phoneNumber(),
                message.to(),
                message.channel(),
                message.isRegistered(),
                message.responseSent(),
                message.messageContent());
    }

    private static List<Object> row(OutgoingMessage message) {
        return Arrays.asList(
                message.queuedAt(),
                message.id(),
                message.phoneNumber(),
                message.from(),
                message.channel(),
                message.kind(),
                message.status(),
                message.sentAt(),
                message.deliveredAt(),
                message.failedAt(),
                message.errorCode(),
                message.errorMessage(),
                message.segments(),
                message.operatorId(),
                message.batchId(),
                message.messageContent());
    }
}
