package io.bactrian.failure;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.web.Refused;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What redelivery cannot cure is kept with all that a replay needs, and a replay does the work, once. */
class ReplayTests {

    private static final String KNOWN = "+15005550101";
    private static final String INCOMING = "/webhooks/twilio/incoming";

    @TempDir
    private Path data;

    private Gateway gateway;

    @BeforeEach
    void start() {
        gateway = Gateway.start(data);
        gateway.addUser(KNOWN);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void anIncomingMessageThatTheStoreRefusedIsReplayed() {
        gateway.database().sql("alter table communications rename to away").update();
        assertThat(gateway.postSigned(INCOMING, text("SM501", KNOWN, "hello")).statusCode())
                .isEqualTo(200);
        DeadLetterSummary letter = letters().page(null, 10).items().get(0);
        assertThat(letter.id()).isEqualTo("incoming-SM501");
        assertThat(letter.step()).isEqualTo("log-incoming/log-incoming-rows");
        assertThat(letter.cause()).contains("StoreException", "log-incoming");

        assertThatThrownBy(() -> replay("incoming-SM501")).isInstanceOf(CamelExecutionException.class);
        assertThat(letters().page(null, 10).items()).hasSize(1);

        gateway.database().sql("alter table away rename to communications").update();
        assertThat(replay("incoming-SM501").replayed()).isTrue();
        assertThat(gateway.logged("SM501")).containsEntry("content", "hello").containsEntry("is_registered", true);
        await().untilAsserted(() -> assertThat(gateway.logged("ack-SM501")).containsEntry("status", "delivered"));
        assertThat(letters().page(null, 10).items()).isEmpty();
    }

    @Test
    void replayingWhatWasDoneMeanwhileChangesNothing() {
        gateway.database().sql("alter table communications rename to away").update();
        gateway.postSigned(INCOMING, text("SM502", KNOWN, "hello"));
        gateway.database().sql("alter table away rename to communications").update();
        gateway.postSigned(INCOMING, text("SM502", KNOWN, "hello"));
        replay("incoming-SM502");
        assertThat(gateway.count("select count(*) from communications where message_id like '%SM502'"))
                .isEqualTo(2);
    }

    @Test
    void aDeliveryReportIsReplayedToo() {
        gateway.postSigned(INCOMING, text("SM503", KNOWN, "hello"));
        await().untilAsserted(() -> assertThat(gateway.logged("ack-SM503")).containsEntry("status", "delivered"));
        gateway.database().sql("alter table delivery_reports rename to away").update();
        gateway.postSigned(
                "/webhooks/twilio/status/ack-SM503",
                new TreeMap<>(Map.of("MessageSid", "SMnew", "MessageStatus", "undelivered", "ErrorCode", "30003")));
        gateway.database().sql("alter table away rename to delivery_reports").update();
        replay(letters().page(null, 10).items().get(0).id());
        assertThat(gateway.count("select count(*) from delivery_reports where error_code = '30003'"))
                .isEqualTo(1);
    }

    @Test
    void aMalformedOneIsKeptButNotReplayed() {
        gateway.postSigned(INCOMING, new TreeMap<>(Map.of("From", KNOWN, "Body", "hello")));
        DeadLetterSummary letter = letters().page(null, 10).items().get(0);
        assertThat(letter.endpoint()).isNull();
        assertThatThrownBy(() -> replay(letter.id())).hasCauseInstanceOf(Refused.class);
    }

    @Test
    void nobodyKnowsALetterThatIsNotThere() {
        assertThat(replay("incoming-SM999")).isNull();
    }

    private DeadLetters letters() {
        return gateway.bean(DeadLetters.class);
    }

    private DeadLetterSummary replay(String id) {
        return gateway.bean(CamelContext.class)
                .createProducerTemplate()
                .requestBody("direct:replay-dead-letter-by-id", id, DeadLetterSummary.class);
    }
}
