package io.bactrian.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.StoreException;
import io.bactrian.failure.Cause;
import io.bactrian.failure.DeadLetter;
import io.bactrian.failure.DeadLetters;
import io.bactrian.provider.twilio.FakeTwilio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What is around the gateway: a Twilio that decides by the recipient, and a few things that have happened before. */
@TestConfiguration(proxyBeanMethods = false)
class WorldAround {

    static final String TAKEN = "+15005550106";
    static final String REFUSED = "+15005550101";
    static final String SLOW = "+15005550102";
    static final String BROKEN = "+15005550103";
    static final String OPTED_OUT = "+15005550104";

    /** The dead letter that is there from the start; whoever lists or replays it keeps it anew. */
    static final DeadLetter REPORT = DeadLetter.of(
            new DeliveryReport(
                    "nobody", "twilio", "SM1", MessageStatus.DELIVERED, "delivered", null, null, Instant.EPOCH, null),
            "report-from-twilio",
            "apply-delivery-report",
            Cause.of(new StoreException("apply-delivery-report", "08006", true, null)),
            Instant.EPOCH);

    static final String LETTER = REPORT.id();

    private static final HttpHandler TAKES = FakeTwilio.accepting();
    private static final HttpHandler REFUSES = FakeTwilio.answering(400, "{\"code\":21211,\"status\":400}");

    private static final HttpHandler ASKED = FakeTwilio.answering(401, "{\"code\":20003,\"status\":401}");

    @Bean(destroyMethod = "close")
    FakeTwilio twilio() throws IOException {
        return new FakeTwilio(WorldAround::decide);
    }

    private static void decide(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            ASKED.handle(exchange);
            return;
        }
        String recipient = FakeTwilio.recipient(exchange);
        if (recipient.equals(SLOW)) {
            CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS).execute(() -> answerLate(exchange));
        } else {
            (recipient.equals(REFUSED) ? REFUSES : TAKES).handle(exchange);
        }
    }

    private static void answerLate(HttpExchange exchange) {
        try {
            TAKES.handle(exchange);
        } catch (IOException e) {
            exchange.close(); // the gateway is gone already
        }
    }

    @Bean
    DynamicPropertyRegistrar placeAndProvider(FakeTwilio twilio) throws IOException {
        Path data = Files.createTempDirectory("bactrian-api");
        return registry -> {
            registry.add("sms.data-dir", data::toString);
            registry.add("twilio.base-url", () -> twilio.url().toString());
        };
    }

    @Bean
    @Primary
    Clock fixedClockOfTheApi() {
        return Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    }

    @Bean
    ApplicationRunner whatHappenedBefore(JdbcClient jdbc, DeadLetters letters) {
        return arguments -> {
            jdbc.sql("insert into opt_outs (phone_number, opted_out, changed_at) values (?, true, current_timestamp)")
                    .param(OPTED_OUT)
                    .update();
            jdbc.sql("alter table communications add constraint broken check (to_number <> '" + BROKEN + "')")
                    .update();
            letters.keep(REPORT);
        };
    }

    /** What the gateway stored of a message. */
    static Map<String, Object> stored(JdbcClient jdbc, String id) {
        return jdbc.sql("select * from communications where message_id = ?")
                .param(id)
                .query()
                .singleRow();
    }
}
