package io.bactrian.statistics;

import io.bactrian.cost.Cost;
import io.bactrian.domain.MessageStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * What came in and what was queued in a stretch of time, and what has become of it by now.
 *
 * @param incoming how many messages came in
 * @param outgoing how many messages were queued, by where they stand now
 * @param optedOut how many numbers asked not to be texted any more, and still do
 * @param segments what the messages that were sent are billed as, as far as that is known
 * @param cost what they are likely to cost; empty where no price is known
 */
public record Traffic(
        String tenant,
        Slot slot,
        long incoming,
        Map<MessageStatus, Long> outgoing,
        long optedOut,
        long segments,
        List<Cost> cost) {

    private static final int DIGITS = 4;

    public Traffic {
        outgoing = Map.copyOf(outgoing);
        cost = List.copyOf(cost);
    }

    public long outgoing(MessageStatus status) {
        return outgoing.getOrDefault(status, 0L);
    }

    public long allOutgoing() {
        return outgoing.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of what is over, how much was delivered: between 0 and 1, or null while nothing is over. */
    public BigDecimal deliveryRate() {
        long delivered = outgoing(MessageStatus.DELIVERED);
        long over = delivered + outgoing(MessageStatus.UNDELIVERED) + outgoing(MessageStatus.FAILED);
        return over == 0
                ? null
                : BigDecimal.valueOf(delivered).divide(BigDecimal.valueOf(over), DIGITS, RoundingMode.HALF_UP);
    }
}
