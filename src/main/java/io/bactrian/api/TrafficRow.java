package io.bactrian.api;

import io.bactrian.cost.Cost;
import io.bactrian.domain.MessageStatus;
import io.bactrian.statistics.Traffic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What is told of a stretch of time.
 *
 * @param from its beginning, UTC
 * @param outgoing all that were queued in it; the next seven say where they stand now
 * @param deliveryRate the part of what is over that was delivered, or null while nothing is over
 */
public record TrafficRow(
        Instant from,
        String tenant,
        long incoming,
        long outgoing,
        long queued,
        long sending,
        long sent,
        long delivered,
        long undelivered,
        long failed,
        long canceled,
        BigDecimal deliveryRate,
        long optedOut,
        long segments,
        List<Cost> cost) {

    static TrafficRow of(Traffic traffic) {
        return new TrafficRow(
                traffic.slot().from(),
                traffic.tenant(),
                traffic.incoming(),
                traffic.allOutgoing(),
                traffic.outgoing(MessageStatus.QUEUED),
                traffic.outgoing(MessageStatus.SENDING),
                traffic.outgoing(MessageStatus.SENT),
                traffic.outgoing(MessageStatus.DELIVERED),
                traffic.outgoing(MessageStatus.UNDELIVERED),
                traffic.outgoing(MessageStatus.FAILED),
                traffic.outgoing(MessageStatus.CANCELED),
                traffic.deliveryRate(),
                traffic.optedOut(),
                traffic.segments(),
                traffic.cost());
    }
}
