package io.bactrian.store.sql;

import io.bactrian.cost.Cost;
import io.bactrian.domain.MessageStatus;
import io.bactrian.statistics.Latencies;
import io.bactrian.statistics.Latency;
import io.bactrian.statistics.Slot;
import io.bactrian.statistics.Traffic;
import io.bactrian.statistics.TrafficCounts;
import io.bactrian.statistics.Wait;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has been counted in {@code traffic_counts}. */
class SqlTraffic implements TrafficCounts, Latencies {

    private static final String COUNTS =
            """
            select measure, begins_at, item, amount from traffic_counts
            where tenant = :tenant and measure in ('incoming', 'outgoing', 'opted-out', 'segments', 'cost')
            and begins_at >= :from and begins_at < :to""";
    private static final String BUCKETS =
            """
            select item, sum(amount) as amount from traffic_counts
            where tenant = :tenant and measure = :measure and begins_at >= :from and begins_at < :to group by item""";
    private static final String AS_OF =
            "select counted_at from traffic_hours where tenant = :tenant order by begins_at desc limit 1";

    private final JdbcClient jdbc;

    SqlTraffic(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Traffic> of(String tenant, List<Slot> slots) {
        if (slots.isEmpty()) {
            return List.of();
        }
        List<Count> counts = jdbc.sql(COUNTS)
                .param("tenant", tenant)
                .param("from", SqlColumns.time(slots.get(0).from()))
                .param("to", SqlColumns.time(slots.get(slots.size() - 1).to()))
                .query((row, number) -> new Count(
                        row.getString("measure"),
                        SqlColumns.instant(row, "begins_at"),
                        row.getString("item"),
                        row.getBigDecimal("amount")))
                .list();
        Map<Slot, List<Count>> bySlot = new HashMap<>();
        counts.forEach(
                count -> slots.stream().filter(slot -> slot.holds(count.hour())).forEach(slot -> bySlot.computeIfAbsent(
                                slot, any -> new ArrayList<>())
                        .add(count)));
        return slots.stream()
                .map(slot -> traffic(tenant, slot, bySlot.getOrDefault(slot, List.of())))
                .toList();
    }

    private static Traffic traffic(String tenant, Slot slot, List<Count> counts) {
        Map<String, Map<String, BigDecimal>> sums = counts.stream()
                .collect(Collectors.groupingBy(
                        Count::measure, Collectors.toMap(Count::item, Count::amount, BigDecimal::add)));
        List<Cost> cost = sums.getOrDefault(SqlHourCount.COST, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Cost(entry.getValue().stripTrailingZeros().toPlainString(), entry.getKey()))
                .toList();
        return new Traffic(
                tenant,
                slot,
                sum(sums, SqlHourCount.INCOMING),
                byStatus(sums.getOrDefault(SqlHourCount.OUTGOING, Map.of())),
                sum(sums, SqlHourCount.OPTED_OUT),
                sum(sums, SqlHourCount.SEGMENTS),
                cost);
    }

    private static long sum(Map<String, Map<String, BigDecimal>> sums, String measure) {
        return sums.getOrDefault(measure, Map.of())
                .getOrDefault("", BigDecimal.ZERO)
                .longValue();
    }

    /** What a newer version has words for is left out. */
    private static Map<MessageStatus, Long> byStatus(Map<String, BigDecimal> counts) {
        return Arrays.stream(MessageStatus.values())
                .filter(status -> counts.containsKey(status.toString()))
                .collect(Collectors.toMap(status -> status, status -> counts.get(status.toString())
                        .longValue()));
    }

    @Override
    public Latency of(String tenant, Wait wait, Slot slot) {
        Map<Integer, Long> buckets = new HashMap<>();
        jdbc.sql(BUCKETS)
                .param("tenant", tenant)
                .param("measure", wait.toString())
                .param("from", SqlColumns.time(slot.from()))
                .param("to", SqlColumns.time(slot.to()))
                .query(row -> {
                    buckets.put(Integer.valueOf(row.getString("item")), row.getLong("amount"));
                });
        return Latency.of(buckets);
    }

    @Override
    public List<String> tenants() {
        return new SqlTrafficHours(jdbc).tenants();
    }

    @Override
    public Instant asOf(String tenant) {
        return jdbc.sql(AS_OF)
                .param("tenant", tenant)
                .query((row, number) -> Optional.ofNullable(SqlColumns.instant(row, "counted_at")))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    private record Count(String measure, Instant hour, String item, BigDecimal amount) {}
}
