package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.api.ApiClient.Reply;
import io.bactrian.statistics.TrafficCounter;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock stands at 03:04:05. */
@ApiTest
class StatisticsTests {

    private static final String NORTH = "statistics-north";

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TrafficCounter counter;

    @BeforeEach
    void theNorthSentThree() {
        jdbc.sql("delete from communications where tenant = '" + NORTH + "'").update();
        jdbc.sql("delete from traffic_hours where tenant = '" + NORTH + "'").update();
        jdbc.sql("delete from traffic_counts where tenant = '" + NORTH + "'").update();
        row("st-1", "delivered", "2026-01-02T03:00:00Z");
        row("st-2", "failed", "2026-01-02T02:00:00Z");
        row("st-3", "delivered", "2026-01-01T02:00:00Z");
        counter.count();
    }

    @Test
    void tellsHowTodayGoes() {
        JsonNode stats = as("/api/sms/stats", "*/*").json();
        assertThat(stats.get("since").asText()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(stats.get("until").asText()).isEqualTo("2026-01-02T04:00:00Z");
        assertThat(stats.get("asOf").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(stats.at("/traffic/outgoing").asLong()).isEqualTo(2);
        assertThat(stats.at("/traffic/delivered").asLong()).isEqualTo(1);
        assertThat(stats.at("/traffic/segments").asLong()).isEqualTo(4);
        assertThat(stats.at("/traffic/cost/0/amount").asText()).isEqualTo("0.0332");
        assertThat(stats.at("/backlog/waiting").asLong()).isZero();
    }

    @Test
    void countsDaysByTheClockThatIsAskedFor() {
        JsonNode oslo = as("/api/sms/analytics?timeZone=Europe/Oslo", "application/json")
                .json();
        assertThat(oslo.at("/days/6/from").asText()).isEqualTo("2026-01-01T23:00:00Z");
        assertThat(oslo.at("/days/6/outgoing").asLong()).isEqualTo(2);
        assertThat(oslo.at("/days/5/outgoing").asLong()).isEqualTo(1);
        assertThat(oslo.at("/days/6/deliveryRate").asDouble()).isEqualTo(0.5);
        assertThat(oslo.get("hours")).hasSize(24);
        assertThat(oslo.at("/queueToProvider/count").asLong()).isEqualTo(3);
        assertThat(as("/api/sms/analytics?timeZone=Nowhere", "*/*").field()).isEqualTo("timeZone");
    }

    @Test
    void givesTheDaysAsATable() {
        Reply table = as("/api/sms/analytics?since=2026-01-02T00:00:00Z", "text/csv");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.raw().body())
                .startsWith("\uFEFFfrom,tenant,incoming,outgoing,")
                .contains("2026-01-02T00:00:00Z," + NORTH + ",0,2,0,0,0,1,0,1,0,0.5000,0,4,0.0332 USD");
    }

    @Test
    void refusesATimeThatIsNoneOrTooLong() {
        for (String time : new String[] {
            "since=2026-01-02T05:00:00Z&until=2026-01-02T04:00:00Z",
            "since=2025-11-01T00:00:00Z&until=2026-01-02T00:00:00Z",
            "since=2026-01-02T05:00:00Z&until=2026-01-02T05:00:00Z"
        }) {
            assertThat(as("/api/sms/stats?" + time, "*/*").status()).as(time).isEqualTo(400);
        }
    }

    @Test
    void showsAllTenantsToThoseWhoRunTheGateway() {
        assertThat(as("/api/sms/analytics?allTenants=true", "*/*").status()).isEqualTo(403);
        JsonNode all =
                api.get("/api/sms/analytics?allTenants=true", "sms:read ops").json();
        assertThat(all.get("days").findValuesAsText("tenant")).contains(NORTH);
    }

    private Reply as(String path, String accept) {
        return api.send(ApiClient.as(api.request(path), "sms:read ops", NORTH).header("Accept", accept));
    }

    private void row(String id, String status, String at) {
        jdbc.sql(
                        """
                insert into communications (direction, message_id, to_number, content, status, kind, priority, channel,
                                            media, created_at, sent_at, segments, tenant)
                values ('outbound', ?, '+12025550101', 'Hello', ?, 'api', 2, 'sms', '[]', ?, ?, 2, ?)""")
                .params(
                        id,
                        status,
                        OffsetDateTime.parse(at),
                        OffsetDateTime.parse(at).plusSeconds(1),
                        NORTH)
                .update();
    }
}
