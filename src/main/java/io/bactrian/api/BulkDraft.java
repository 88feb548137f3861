package io.bactrian.api;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A batch before it is stored.
 *
 * @param accepted the rows that became messages
 * @param rejected the others, in their order
 */
public record BulkDraft(String batchId, List<Row> accepted, List<BulkResult.Rejected> rejected) {

    /** @param index of the row, from 0 */
    record Row(int index, OutgoingMessage message) {}

    /** Whom it is for, each once. */
    public List<PhoneNumber> recipients() {
        return accepted.stream()
                .map(row -> row.message().phoneNumber())
                .distinct()
                .toList();
    }

    public List<OutgoingMessage> messages() {
        return accepted.stream().map(Row::message).toList();
    }

    /** The same without what is for one of these. */
    BulkDraft without(Set<PhoneNumber> optedOut, String field, String reason, String errorCode) {
        List<Row> left = accepted.stream()
                .filter(row -> !optedOut.contains(row.message().phoneNumber()))
                .toList();
        Stream<BulkResult.Rejected> more = accepted.stream()
                .filter(row -> optedOut.contains(row.message().phoneNumber()))
                .map(row -> new BulkResult.Rejected(row.index(), field, reason, errorCode));
        return new BulkDraft(
                batchId,
                left,
                Stream.concat(rejected.stream(), more)
                        .sorted(Comparator.comparingInt(BulkResult.Rejected::index))
                        .toList());
    }

    @Override
    public String toString() {
        return "BulkDraft[" + batchId + "]";
    }
}
