package io.bactrian.inbound;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageLog;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A text comes in, is logged once, and a registered sender is acknowledged once: the whole gateway on each store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MainJobContract {

    private static final String KNOWN = "+15005550101";
    private static final String STRANGER = "+15005550199";
    private static final String PATH = "/webhooks/twilio/incoming";
    private static final String OLDER = "/api/real/webhooks/twilio";

    private Gateway gateway;

    /** What chooses the store, each {@code name=value}. */
    abstract String[] store();

    @BeforeAll
    void start(@TempDir Path data) {
        gateway = Gateway.start(data, store());
        gateway.addUser(KNOWN);
    }

    @AfterAll
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void aRegisteredSenderIsLoggedAndAcknowledged() {
        HttpResponse<String> answer = gateway.postSigned(PATH, text("SM101", KNOWN, "Hello & Grüße"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<Response/>");
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/xml");
        assertThat(gateway.stored("SM101"))
                .containsEntry("messageContent", "Hello & Grüße")
                .containsEntry("isRegistered", true)
                .containsEntry("messageSid", "SM101");
        await().untilAsserted(() -> assertThat(gateway.stored("ack-SM101")).containsEntry("status", "delivered"));
        assertThat(gateway.stored("ack-SM101"))
                .containsEntry("phoneNumber", KNOWN)
                .containsEntry("from", "+15005550006")
                .containsEntry("kind", "acknowledgment")
                .hasEntrySatisfying("attempts", attempts -> assertThat(attempts).hasToString("1"));
        assertThat(gateway.stored("SM101")).containsEntry("responseSent", true);
    }

    @Test
    void anAcknowledgmentLeavesAtOnceAndNotOnTheNextTick() throws Exception {
        RouteController routes = gateway.bean(CamelContext.class).getRouteController();
        routes.stopRoute("dispatch-every-second");
        try {
            gateway.postSigned(PATH, text("SM102", KNOWN, "hello"));
            await().untilAsserted(() ->
                    assertThat(gateway.stored("ack-SM102").get("sentAt")).isNotNull());
        } finally {
            routes.startRoute("dispatch-every-second");
        }
    }

    @Test
    void anUnknownSenderIsLoggedAndNothingMore() {
        assertThat(gateway.postSigned(PATH, text("SM103", STRANGER, "hello")).body())
                .isEqualTo("<Response/>");
        assertThat(gateway.stored("SM103")).containsEntry("isRegistered", false);
        assertThat(gateway.stored("ack-SM103")).isEmpty();
    }

    @Test
    void theSameMessagePostedAgainChangesNothing() {
        gateway.postSigned(PATH, text("SM104", KNOWN, "hello"));
        gateway.postSigned(PATH, text("SM104", KNOWN, "hello"));
        assertThat(gateway.incoming())
                .filteredOn(message -> message.messageSid().equals("SM104"))
                .hasSize(1);
        assertThat(gateway.outgoing())
                .filteredOn(message -> "SM104".equals(message.answers()))
                .hasSize(1);
    }

    @Test
    void nothingOfTheRequestComesBackAndNoCamelHeaderGetsIn() {
        HttpResponse<String> answer = gateway.postSigned(PATH, text("SM105", KNOWN, "hello"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().toString())
                .doesNotContainIgnoringCase("of-the-request")
                .doesNotContainIgnoringCase("camel")
                .doesNotContain("SM105", "5550101");
        assertThat(answer.headers().map()).doesNotContainKeys("From", "Body", "X-Twilio-Signature");
    }

    @Test
    void aWrongOrMissingSignatureIsRefusedAndNothingStored() {
        Map<String, String> form = text("SM106", KNOWN, "hello");
        assertThat(gateway.post(PATH, form, null).statusCode()).isEqualTo(403);
        assertThat(gateway.post(PATH, form, "bm90IGEgc2lnbmF0dXJl").statusCode())
                .isEqualTo(403);
        assertThat(gateway.stored("SM106")).isEmpty();
    }

    @Test
    void aMessageWithoutSidOrSenderIsABadRequestAndADeadLetter() {
        Map<String, String> form = text("SM107", KNOWN, "hello");
        form.remove("MessageSid");
        assertThat(gateway.postSigned(PATH, form).statusCode()).isEqualTo(400);
        form.put("MessageSid", "SM107");
        form.remove("From");
        assertThat(gateway.postSigned(PATH, form).statusCode()).isEqualTo(400);
        assertThat(gateway.stored("SM107")).isEmpty();
    }

    @Test
    void anOutsizedBodyIsRefused() {
        assertThat(gateway.postSigned(PATH, text("SM108", KNOWN, "x".repeat(300_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void picturesWhatsAppAndShortCodesAreLogged() {
        Map<String, String> picture = text("MM109", STRANGER, "");
        picture.putAll(Map.of("NumMedia", "1", "MediaUrl0", "https://m.example/1", "MediaContentType0", "image/png"));
        gateway.postSigned(PATH, picture);
        assertThat(gateway.stored("MM109")).containsEntry("channel", "mms").containsEntry("messageContent", "");
        assertThat(gateway.stored("MM109").get("media").toString()).contains("https://m.example/1");

        gateway.postSigned(PATH, text("SM110", "whatsapp:" + KNOWN, "hello"));
        assertThat(gateway.stored("SM110")).containsEntry("channel", "whatsapp").containsEntry("phoneNumber", KNOWN);
        assertThat(gateway.stored("ack-SM110")).containsEntry("channel", "whatsapp");

        gateway.postSigned(PATH, text("SM111", "12345", "hello"));
        assertThat(gateway.stored("SM111")).containsEntry("phoneNumber", "12345");
    }

    @Test
    void anOptOutIsKeptAndNotAnswered() {
        String leaver = "+15005550102";
        gateway.addUser(leaver);
        gateway.postSigned(PATH, text("SM112", leaver, " Stop"));
        gateway.postSigned(PATH, text("SM113", leaver, "hello again"));
        gateway.postSigned(PATH, text("SM114", leaver, "HELP"));
        assertThat(gateway.stored("ack-SM112")).isEmpty();
        assertThat(gateway.stored("ack-SM113")).isEmpty();
        assertThat(gateway.stored("ack-SM114")).isEmpty();
        assertThat(gateway.isOptedOut(leaver)).isTrue();

        gateway.postSigned(PATH, text("SM115", leaver, "yes"));
        assertThat(gateway.stored("ack-SM115")).isEmpty();
        gateway.postSigned(PATH, text("SM115", leaver, "yes"));
        assertThat(gateway.stored("ack-SM115")).as("posted again").isEmpty();
        gateway.postSigned(PATH, text("SM116", leaver, "thank you"));
        assertThat(gateway.stored("ack-SM116")).isNotEmpty();
    }

    @Test
    void aTextIsTakenWhereAnOlderGatewayTookIt() {
        assertThat(gateway.post(OLDER + "/incoming", text("SM120", KNOWN, "hello"), "bm90IGEgc2lnbmF0dXJl")
                        .statusCode())
                .isEqualTo(403);
        assertThat(gateway.stored("SM120")).isEmpty();
        HttpResponse<String> answer = gateway.postSigned(OLDER + "/incoming", text("SM120", KNOWN, "hello"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<Response/>");
        assertThat(gateway.stored("SM120")).containsEntry("isRegistered", true);
        assertThat(gateway.stored("ack-SM120")).isNotEmpty();
        assertThat(gateway.postSigned(OLDER + "/other", text("SM121", KNOWN, "hello"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aReportWithoutOurIdIsOfTheMessageThatHasItsReceipt() {
        gateway.postSigned(PATH, text("SM122", KNOWN, "hello"));
        await().untilAsserted(() -> assertThat(gateway.stored("ack-SM122")).containsEntry("status", "delivered"));
        String sid = gateway.stored("ack-SM122").get("providerMessageId").toString();
        assertThat(gateway.postSigned(OLDER + "/status", Map.of("MessageSid", sid, "MessageStatus", "a-new-word"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(words("ack-SM122")).contains("a-new-word");
        Map<String, String> ofNobody = Map.of("MessageSid", "SM" + "9".repeat(32), "MessageStatus", "delivered");
        assertThat(gateway.postSigned(OLDER + "/status", ofNobody).statusCode()).isEqualTo(200);
        assertThat(gateway.postSigned(OLDER + "/status", Map.of("MessageStatus", "delivered"))
                        .statusCode())
                .isEqualTo(400);
    }

    private List<String> words(String id) {
        return gateway.bean(MessageLog.class).status("default", id).orElseThrow().history().stream()
                .map(HistoryEvent::providerStatus)
                .toList();
    }
}
