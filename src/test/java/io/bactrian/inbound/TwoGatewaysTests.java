package io.bactrian.inbound;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.bactrian.Gateway;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.MessageStatus;
import io.bactrian.provider.twilio.FakeTwilio;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** Two gateways whose numbers know each other acknowledge each other's acknowledgments, and come to an end. */
class TwoGatewaysTests {

    private static final String PATH = "/webhooks/twilio/incoming";
    private static final String ONE = "+15005550111";
    private static final String TWO = "+15005550222";

    private final AtomicInteger texts = new AtomicInteger();
    private final AtomicReference<Gateway> one = new AtomicReference<>();
    private final AtomicReference<Gateway> two = new AtomicReference<>();

    @TempDir
    private Path data;

    @TempDir
    private Path otherData;

    @Test
    void twoGatewaysThatAnswerEachOtherComeToAnEnd() throws Exception {
        try (FakeTwilio ofOne = new FakeTwilio(exchange -> carry(exchange, two));
                FakeTwilio ofTwo = new FakeTwilio(exchange -> carry(exchange, one));
                Gateway first = start(data, ofOne);
                Gateway second = start(otherData, ofTwo)) {
            one.set(first);
            two.set(second);
            first.addUser(TWO);
            second.addUser(ONE);
            first.postSigned(PATH, to(ONE, text("SMhello", TWO, "hello")));
            await().atMost(Duration.ofSeconds(60)).until(() -> first.incoming().size() == 6);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> first.outgoing().stream().allMatch(message -> message.status() == MessageStatus.SENT));
            assertThat(first.outgoing()).hasSize(5);
            assertThat(second.outgoing()).hasSize(5);
            assertThat(first.incoming())
                    .filteredOn(message -> !message.responseSent())
                    .extracting(IncomingMessage::messageSid)
                    .containsExactly("SM10");
        }
    }

    @Test
    void theEndOfOneGatewayLeavesTheOthersClockTicking() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio(FakeTwilio.accepting());
                Gateway stays = start(data, twilio)) {
            start(otherData, twilio).close();
            Scheduler scheduler = scheduler(stays);
            assertThat(scheduler.isShutdown()).isFalse();
            int ticks = scheduler.getMetaData().getNumberOfJobsExecuted();
            await().until(() -> scheduler.getMetaData().getNumberOfJobsExecuted() > ticks);
            assertThat(ticksOf(scheduler)).contains("dispatch-every-second", "expire-queued");
        }
    }

    private static Scheduler scheduler(Gateway gateway) {
        return gateway.bean(CamelContext.class)
                .getComponent("quartz", QuartzComponent.class)
                .getScheduler();
    }

    private static Set<String> ticksOf(Scheduler scheduler) throws SchedulerException {
        return scheduler.getTriggerKeys(GroupMatcher.anyGroup()).stream()
                .map(TriggerKey::getName)
                .collect(Collectors.toSet());
    }

    private static Gateway start(Path data, FakeTwilio twilio) {
        return Gateway.start(data, "twilio.base-url=" + twilio.url(), "sms.guard.answers=5");
    }

    /** Takes a message, and brings it to the other gateway as a text. */
    private void carry(HttpExchange exchange, AtomicReference<Gateway> other) throws IOException {
        String sid = "SM" + texts.incrementAndGet();
        Map<String, String> text = to(
                FakeTwilio.parameter(exchange, "To"),
                text(sid, FakeTwilio.parameter(exchange, "From"), FakeTwilio.parameter(exchange, "Body")));
        FakeTwilio.answering(201, "{\"sid\":\"" + sid + "\"}").handle(exchange);
        CompletableFuture.runAsync(() -> other.get().postSigned(PATH, text));
    }

    private static Map<String, String> to(String number, Map<String, String> text) {
        text.put("To", number);
        return text;
    }
}
