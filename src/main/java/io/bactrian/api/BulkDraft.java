package io.bactrian.api;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** The same without these. Each is asked about once. */
    BulkDraft without(Predicate<OutgoingMessage> refused, String reason, String errorCode) {
        Map<Boolean, List<Row>> rows =
                accepted.stream().collect(Collectors.partitioningBy(row -> refused.test(row.message())));
        Stream<BulkResult.Rejected> more =
                rows.get(true).stream().map(row -> new BulkResult.Rejected(row.index(), "to", reason, errorCode));
        return new BulkDraft(
                batchId,
                rows.get(false),
                Stream.concat(rejected.stream(), more)
                        .sorted(Comparator.comparingInt(BulkResult.Rejected::index))
                        .toList());
    }

    @Override
    public String toString() {
        return "BulkDraft[" + batchId + "]";
    }
}
