package io.bactrian.inbound;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.messages.HistoryEvent;
import io.bactrian.messages.MessageLog;
import io.bactrian.optout.OptOutLog;
import io.bactrian.optout.OptOutQuery;
import io.bactrian.paging.PageRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final OptOutQuery ALL =
            new OptOutQuery(new PageRequest("default", null, 100), null, null, null, null, null);

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
    void aCallIsPlacedRingsAndIsAnswered() {
        String id = call("{\"to\": \"+15005550103\", \"say\": \"Fire & <water>\"}");
        await().untilAsserted(() -> assertThat(gateway.stored(id)).containsEntry("status", "delivered"));
        assertThat(gateway.stored(id))
                .containsEntry("channel", "voice")
                .hasEntrySatisfying(
                        "providerMessageId", sid -> assertThat(sid.toString()).startsWith("CA"))
                .hasEntrySatisfying("attempts", attempts -> assertThat(attempts).hasToString("1"));
        assertThat(operator("/simulator/calls", null))
                .contains("\"id\":\"" + id + "\"", "\"say\":\"Fire & <water>\"", "\"status\":\"completed\"");
        assertThat(operator("/api/sms/status/" + id, null))
                .contains("\"providerStatus\":\"ringing\"", "\"providerStatus\":\"in-progress\"")
                .doesNotContain("\"segments\"");
    }

    @Test
    void aCallThatNobodyAnswersSaysSo() {
        String id = call("{\"to\": \"+15005550242\", \"url\": \"https://calls.example/lift.xml\"}");
        await().untilAsserted(() -> assertThat(gateway.stored(id)).containsEntry("status", "undelivered"));
        assertThat(gateway.stored(id))
                .containsEntry("errorCode", "no-answer")
                .containsEntry("errorMessage", "nobody answered");
        assertThat(operator("/simulator/calls", null)).contains("\"url\":\"https://calls.example/lift.xml\"");
    }

    @Test
    void theCredentialsAreCheckedAndNothingIsSent() {
        await("what other tests have sent to have left").until(() -> gateway.outgoing().stream()
                .noneMatch(message ->
                        List.of(MessageStatus.QUEUED, MessageStatus.SENDING).contains(message.status())));
        String truth = operator("/simulator/truth?limit=1", null).replaceFirst("(?s).*\"createCalls\":", "");
        assertThat(operator("/api/test/twilio", ""))
                .contains("\"ok\":true", "\"simulated\":true", "the account is active", "it can text")
                .doesNotContain("5550006", Gateway.TOKEN);
        assertThat(operator("/simulator/truth?limit=1", null)).contains("\"createCalls\":" + truth.split(",")[0]);
    }

    /** The id of the call that is placed. */
    private String call(String json) {
        return operator("/api/voice/call", json).replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    }

    /** @param body null for a GET */
    private String operator(String path, String body) {
        HttpRequest.Builder request = gateway.asOperator(path).header("Content-Type", "application/json");
        return Gateway.send((body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build())
                .body();
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
    void aYesOfSomebodyWhoNeverOptedOutIsAnOrdinaryText() {
        gateway.postSigned(PATH, text("SM117", KNOWN, "YES"));
        assertThat(gateway.stored("ack-SM117")).isNotEmpty();
        gateway.postSigned(PATH, text("SM118", STRANGER, "Yes"));
        assertThat(gateway.stored("SM118")).containsEntry("isRegistered", false);
        assertThat(gateway.bean(OptOutLog.class).page(ALL).items())
                .noneMatch(wish -> wish.phoneNumber().value().equals(STRANGER));
    }

    @Test
    void aStrangerWhoOptedOutOptsInByAYes() {
        gateway.postSigned(PATH, text("SM119", "+15005550198", "stop"));
        gateway.postSigned(PATH, text("SM120", "+15005550198", "yes"));
        assertThat(gateway.bean(OptOutLog.class).page(ALL).items())
                .filteredOn(wish -> wish.phoneNumber().value().equals("+15005550198"))
                .extracting(OptOutChange::id, OptOutChange::optedOut, OptOutChange::wording)
                .containsExactly(tuple("SM120", false, "YES"));
    }

    @Test
    void aDeliveryReportTellsOfAnOptOutToo() {
        String leaver = "+15005550103";
        gateway.addUser(leaver);
        gateway.postSigned(PATH, text("SM121", leaver, "hello"));
        await().untilAsserted(() -> assertThat(gateway.stored("ack-SM121")).containsEntry("status", "delivered"));
        Map<String, String> report = new TreeMap<>(
                Map.of("MessageSid", "SM" + "1".repeat(32), "MessageStatus", "undelivered", "ErrorCode", "21610"));
        gateway.postSigned("/webhooks/twilio/status/ack-SM121", report);
        gateway.postSigned("/webhooks/twilio/status/ack-SM121", report);
        assertThat(gateway.isOptedOut(leaver)).isTrue();
        assertThat(gateway.bean(OptOutLog.class).page(ALL).items())
                .filteredOn(wish -> wish.phoneNumber().value().equals(leaver))
                .extracting(OptOutChange::messageId, OptOutChange::scope, OptOutChange::source, OptOutChange::wording)
                .containsExactly(tuple("ack-SM121", "+15005550006", OptOutSource.DELIVERY_REPORT, "21610"));
        gateway.postSigned("/webhooks/twilio/status/nobody-knows-it", report);
    }

    @Test
    void aTextIsTakenWhereAnOlderGatewayTookIt() {
        assertThat(gateway.post(OLDER + "/incoming", text("SM130", KNOWN, "hello"), "bm90IGEgc2lnbmF0dXJl")
                        .statusCode())
                .isEqualTo(403);
        assertThat(gateway.stored("SM130")).isEmpty();
        HttpResponse<String> answer = gateway.postSigned(OLDER + "/incoming", text("SM130", KNOWN, "hello"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<Response/>");
        assertThat(gateway.stored("SM130")).containsEntry("isRegistered", true);
        assertThat(gateway.stored("ack-SM130")).isNotEmpty();
        assertThat(gateway.postSigned(OLDER + "/other", text("SM131", KNOWN, "hello"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aReportWithoutOurIdIsOfTheMessageThatHasItsReceipt() {
        gateway.postSigned(PATH, text("SM132", KNOWN, "hello"));
        await().untilAsserted(() -> assertThat(gateway.stored("ack-SM132")).containsEntry("status", "delivered"));
        String sid = gateway.stored("ack-SM132").get("providerMessageId").toString();
        assertThat(gateway.postSigned(OLDER + "/status", Map.of("MessageSid", sid, "MessageStatus", "a-new-word"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(words("ack-SM132")).contains("a-new-word");
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
