package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A gateway that is told to stop finishes what is with the provider, and gives back what is not yet. */
class ShutdownTests {

    @TempDir
    private Path data;

    @TempDir
    private Path routes;

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final CountDownLatch ANSWERS = new CountDownLatch(1);

    /** What the route file of this provider calls. */
    public static final class Fake {

        public static Receipt slow(OutgoingMessage message) throws InterruptedException {
            CALLS.incrementAndGet();
            ANSWERS.await();
            return new Receipt("slow", "S" + message.id(), 1);
        }

        private Fake() {}
    }

    @Test
    void whatIsWithTheProviderIsFinishedAndWhatIsNotYetIsGivenBack() throws Exception {
        DroppedIn.routes(routes);
        DroppedIn.provider(routes, "slow", Fake.class);
        Gateway gateway =
                Gateway.start(data, "sms.routes-dir=" + routes, "sms.providers=slow", "sms.dispatch.in-flight=40");
        try {
            queue(gateway, 100);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> gateway.count("select count(*) from communications where status = 'sending'") == 40
                            && CALLS.get() > 0);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway::close);
            await().until(gateway.bean(LeaseGuard.class)::isStopping);
            ANSWERS.countDown();
            closing.get(60, TimeUnit.SECONDS);
        } finally {
            ANSWERS.countDown();
            gateway.close();
        }
        assertThat(CALLS.get()).isBetween(1, 39);
        assertThat(count("status = 'sent'")).isEqualTo(CALLS.get());
        assertThat(count("status = 'queued' and lease_owner is null")).isEqualTo(100 - CALLS.get());
        assertThat(count("refusals > 0")).isZero();
    }

    /** Of what was left behind on disk. */
    private int count(String condition) {
        return JdbcClient.create(new DriverManagerDataSource(
                        "jdbc:h2:file:" + data.resolve("bactrian") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                        "bactrian",
                        ""))
                .sql("select count(*) from communications where " + condition)
                .query(Integer.class)
                .single();
    }

    private static void queue(Gateway gateway, int count) {
        List<OutgoingMessage> messages = IntStream.range(0, count)
                .mapToObj(i -> OutgoingMessage.queued(
                        new Draft(
                                "m" + i,
                                new PhoneNumber("+15005550100"),
                                null,
                                Channel.SMS,
                                "hello " + i,
                                List.of(),
                                Kind.API,
                                Priority.NORMAL,
                                null,
                                null,
                                null,
                                "default"),
                        Instant.EPOCH))
                .toList();
        gateway.bean(CamelContext.class).createProducerTemplate().requestBody("direct:send-message", messages);
    }
}
