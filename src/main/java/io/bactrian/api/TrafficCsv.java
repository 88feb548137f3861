package io.bactrian.api;

import io.bactrian.cost.Cost;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is told of stretches of time, as a table. */
final class TrafficCsv {

    static final List<String> COLUMNS = List.of(
            "from",
            "tenant",
            "incoming",
            "outgoing",
            "queued",
            "sending",
            "sent",
            "delivered",
            "undelivered",
            "failed",
            "canceled",
            "deliveryRate",
            "optedOut",
            "segments",
            "cost");

    private TrafficCsv() {}

    static List<List<Object>> rows(List<TrafficRow> traffic) {
        return traffic.stream().map(TrafficCsv::row).toList();
    }

    private static List<Object> row(TrafficRow row) {
        String cost = row.cost().stream().map(TrafficCsv::text).collect(Collectors.joining(" "));
        return Arrays.asList(
                row.from(),
                row.tenant(),
                row.incoming(),
                row.outgoing(),
                row.queued(),
                row.sending(),
                row.sent(),
                row.delivered(),
                row.undelivered(),
                row.failed(),
                row.canceled(),
                row.deliveryRate(),
                row.optedOut(),
                row.segments(),
                cost);
    }

    private static String text(Cost cost) {
        return cost.amount() + " " + cost.currency();
    }
}
