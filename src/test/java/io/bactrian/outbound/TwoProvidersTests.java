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
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two providers that an integrator has dropped in as route files: one steps in where the other may not be called. */
class TwoProvidersTests {

    private static final AtomicReference<ProviderException> ACME_SAYS = new AtomicReference<>();
    private static final AtomicInteger ACME = new AtomicInteger();
    private static final AtomicInteger EMCA = new AtomicInteger();

    /** What the route files of these two call. */
    public static final class Fake {

        public static Receipt acme(OutgoingMessage message) {
            ACME.incrementAndGet();
            if (ACME_SAYS.get() != null) {
                throw ACME_SAYS.get();
            }
            return new Receipt("acme", "A" + message.id(), 1);
        }

        public static Receipt emca(OutgoingMessage message) {
            EMCA.incrementAndGet();
            return new Receipt("emca", "E" + message.id(), 1);
        }

        private Fake() {}
    }

    @TempDir
    private Path data;

    @TempDir
    private Path routes;

    @BeforeEach
    void dropIn() throws IOException {
        ACME_SAYS.set(null);
        ACME.set(0);
        EMCA.set(0);
        DroppedIn.routes(routes);
        DroppedIn.provider(routes, "acme", Fake.class);
        DroppedIn.provider(routes, "emca", Fake.class);
    }

    @Test
    void theNextOneStepsInWhereTheFirstIsParkedAndTheFirstIsTakenUpAgain() {
        ACME_SAYS.set(new ProviderException(Failure.CONFIGURATION, "20003", "the credentials are refused", null));
        try (Gateway gateway = start("sms.providers=acme,emca")) {
            queue(gateway, 1, 20);
            awaitSent(gateway, 20);
            assertThat(EMCA).hasValue(20);
            assertThat(gateway.bean(Providers.class).list().get(0).state()).isEqualTo(ProviderState.PARKED);
            ACME_SAYS.set(null);
            gateway.bean(Providers.class).resume("acme");
            queue(gateway, 21, 25);
            awaitSent(gateway, 25);
            assertThat(gateway.count("select count(*) from communications where provider = 'acme'"))
                    .isEqualTo(5);
        }
    }

    @Test
    void theNextOneStepsInWhereTheFirstCannotBeReached() {
        ACME_SAYS.set(ProviderException.away(null, "it could not be reached", null));
        try (Gateway gateway =
                start("sms.providers=acme,emca", "sms.retry.initial-delay=10ms", "sms.retry.multiplier=1")) {
            queue(gateway, 1, 50);
            awaitSent(gateway, 50);
            assertThat(EMCA).hasValue(50);
        }
    }

    @Test
    void messagesWaitForTheOnlyOneAndNoneIsTriedForNothing() {
        ACME_SAYS.set(new ProviderException(Failure.CONFIGURATION, "20003", "the credentials are refused", null));
        try (Gateway gateway = start("sms.providers=acme", "sms.dispatch.in-flight=4", "sms.provider.probe-after=5s")) {
            queue(gateway, 1, 40);
            await().until(() -> gateway.bean(Providers.class).choose() == null);
            await().until(() -> gateway.count("select count(*) from communications where status = 'queued'") == 40);
            int tried = ACME.get();
            assertThat(tried).as("those that were under way when it was parked").isBetween(1, 4);
            await().atMost(Duration.ofSeconds(60)).until(() -> ACME.get() > tried);
            assertThat(ACME).as("one message tried again").hasValue(tried + 1);
            assertThat(gateway.count("select count(*) from attempts")).isEqualTo(tried + 1);
            ACME_SAYS.set(null);
            awaitSent(gateway, 40);
        }
    }

    /** Its port for texts would have texted what was to be said. */
    @Test
    void aCallThatIsGivenToAProviderWithoutAPortForCallsIsRefusedAndNotTexted() {
        try (Gateway gateway = start("sms.providers=acme")) {
            OutgoingMessage call = OutgoingMessage.queued(draft("c1", Channel.VOICE), Instant.EPOCH);
            gateway.bean(CamelContext.class).createProducerTemplate().requestBody("direct:send-message", call);
            await().untilAsserted(() -> assertThat(gateway.logged("c1")).containsEntry("status", "failed"));
            assertThat(gateway.logged("c1"))
                    .containsEntry("error_code", Providers.NO_CALLS)
                    .containsEntry("attempts", 1);
            assertThat(ACME).hasValue(0);
            assertThat(gateway.bean(Providers.class).list().get(0).state()).isEqualTo(ProviderState.CLOSED);
        }
    }

    private Gateway start(String... settings) {
        return Gateway.start(
                data,
                Stream.concat(Stream.of("sms.routes-dir=" + routes), Stream.of(settings))
                        .toArray(String[]::new));
    }

    private static void queue(Gateway gateway, int first, int last) {
        List<OutgoingMessage> messages = IntStream.rangeClosed(first, last)
                .mapToObj(i -> OutgoingMessage.queued(draft("m" + i, Channel.SMS), Instant.EPOCH))
                .toList();
        gateway.bean(CamelContext.class).createProducerTemplate().requestBody("direct:send-message", messages);
    }

    private static Draft draft(String id, Channel channel) {
        return new Draft(
                id,
                new PhoneNumber("+15005550100"),
                null,
                channel,
                "hello",
                List.of(),
                Kind.API,
                Priority.NORMAL,
                null,
                null,
                null,
                "default");
    }

    private static void awaitSent(Gateway gateway, int count) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        gateway.count("select count(*) from communications where status = 'sent'"))
                .isEqualTo(count));
    }
}
