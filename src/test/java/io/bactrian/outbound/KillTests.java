package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.ForkedGateway;
import io.bactrian.Gateway;
import io.bactrian.provider.twilio.FakeTwilio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own is killed under load; the next one finds everything that was acknowledged. */
class KillTests {

    private static final int PEOPLE = 9_000;

    @TempDir
    private Path data;

    @Test
    void whatWasAnswered200IsLoggedAndAcknowledgedOnceAfterAKill() throws Exception {
        try (Gateway first = Gateway.start(data)) {
            KilledInstanceContract.addPeople(first.database(), "system_range(0, 8999) as series(n)");
        }
        try (FakeTwilio twilio = FakeTwilio.truthful()) {
            Set<String> acknowledged = killUnderLoad(twilio);
            assertThat(acknowledged).hasSizeGreaterThan(100);
            try (Gateway next =
                    Gateway.start(data, KilledInstanceContract.settings(twilio, "sms.retry.initial-delay=10ms"))) {
                await().atMost(Duration.ofSeconds(180)).untilAsserted(() -> assertThat(
                                next.count("select count(*) from communications where status in ('queued', 'sending')"))
                        .isZero());
                for (String sid : acknowledged) {
                    assertThat(next.logged(sid)).isNotEmpty();
                    assertThat(next.logged("ack-" + sid)).containsEntry("status", "sent");
                }
                int logged = next.count("select count(*) from communications where direction = 'inbound'");
                assertThat(twilio.doubled()).isEmpty();
                assertThat(twilio.sendsByMessageId()).hasSizeBetween(acknowledged.size(), logged);
            }
        }
    }

    private Set<String> killUnderLoad(FakeTwilio twilio) throws Exception {
        try (Texting texting = new Texting(PEOPLE);
                ForkedGateway killed =
                        ForkedGateway.start("killed-gateway", data, KilledInstanceContract.settings(twilio))) {
            Set<String> acknowledged = texting.begin(killed::post, 16);
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 150);
            return acknowledged;
        }
    }
}
