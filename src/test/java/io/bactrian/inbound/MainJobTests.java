package io.bactrian.inbound;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text comes in, is logged once, and a registered sender is acknowledged once: the whole gateway as it ships. */
class MainJobTests {

    private static final String KNOWN = "+15005550101";
    private static final String STRANGER = "+15005550199";
    private static final String PATH = "/webhooks/twilio/incoming";

    private static Gateway gateway;

    @BeforeAll
    static void start(@TempDir Path data) {
        gateway = Gateway.start(data);
        gateway.addUser(KNOWN);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aRegisteredSenderIsLoggedAndAcknowledged() {
        HttpResponse<String> answer = gateway.postSigned(PATH, text("SM101", KNOWN, "Hello & Grüße"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<Response/>");
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/xml");
        assertThat(gateway.logged("SM101"))
                .containsEntry("content", "Hello & Grüße")
                .containsEntry("is_registered", true)
                .containsEntry("provider_id", "SM101");
        await().untilAsserted(() -> assertThat(gateway.logged("ack-SM101")).containsEntry("status", "delivered"));
        assertThat(gateway.logged("ack-SM101"))
                .containsEntry("to_number", KNOWN)
                .containsEntry("from_number", "+15005550006")
                .containsEntry("kind", "acknowledgment")
                .containsEntry("attempts", 1);
        assertThat(gateway.logged("SM101")).containsEntry("response_sent", true);
    }

    @Test
    void anAcknowledgmentLeavesAtOnceAndNotOnTheNextTick() {
        long start = System.nanoTime();
        gateway.postSigned(PATH, text("SM102", KNOWN, "hello"));
        await().pollInterval(Duration.ofMillis(5))
                .untilAsserted(() ->
                        assertThat(gateway.logged("ack-SM102").get("sent_at")).isNotNull());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void anUnknownSenderIsLoggedAndNothingMore() {
        assertThat(gateway.postSigned(PATH, text("SM103", STRANGER, "hello")).body())
                .isEqualTo("<Response/>");
        assertThat(gateway.logged("SM103")).containsEntry("is_registered", false);
        assertThat(gateway.logged("ack-SM103")).isEmpty();
    }

    @Test
    void theSameMessagePostedAgainChangesNothing() {
        gateway.postSigned(PATH, text("SM104", KNOWN, "hello"));
        gateway.postSigned(PATH, text("SM104", KNOWN, "hello"));
        assertThat(gateway.count("select count(*) from communications where message_id like '%SM104'"))
                .isEqualTo(2);
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
        assertThat(gateway.logged("SM106")).isEmpty();
    }

    @Test
    void aMessageWithoutSidOrSenderIsABadRequestAndADeadLetter() {
        Map<String, String> form = text("SM107", KNOWN, "hello");
        form.remove("MessageSid");
        assertThat(gateway.postSigned(PATH, form).statusCode()).isEqualTo(400);
        form.put("MessageSid", "SM107");
        form.remove("From");
        assertThat(gateway.postSigned(PATH, form).statusCode()).isEqualTo(400);
        assertThat(gateway.logged("SM107")).isEmpty();
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
        assertThat(gateway.logged("MM109")).containsEntry("channel", "mms").containsEntry("content", "");
        assertThat(gateway.logged("MM109").get("media").toString()).contains("https://m.example/1");

        gateway.postSigned(PATH, text("SM110", "whatsapp:" + KNOWN, "hello"));
        assertThat(gateway.logged("SM110")).containsEntry("channel", "whatsapp").containsEntry("from_number", KNOWN);
        assertThat(gateway.logged("ack-SM110")).containsEntry("channel", "whatsapp");

        gateway.postSigned(PATH, text("SM111", "12345", "hello"));
        assertThat(gateway.logged("SM111")).containsEntry("from_number", "12345");
    }

    @Test
    void anOptOutIsKeptAndNotAnswered() {
        String leaver = "+15005550102";
        gateway.addUser(leaver);
        gateway.postSigned(PATH, text("SM112", leaver, " Stop"));
        gateway.postSigned(PATH, text("SM113", leaver, "hello again"));
        gateway.postSigned(PATH, text("SM114", leaver, "HELP"));
        assertThat(gateway.logged("ack-SM112")).isEmpty();
        assertThat(gateway.logged("ack-SM113")).isEmpty();
        assertThat(gateway.logged("ack-SM114")).isEmpty();
        assertThat(gateway.count("select count(*) from opt_outs where phone_number = ? and opted_out", leaver))
                .isEqualTo(1);

        gateway.postSigned(PATH, text("SM115", leaver, "yes"));
        assertThat(gateway.logged("ack-SM115")).isEmpty();
        gateway.postSigned(PATH, text("SM115", leaver, "yes"));
        assertThat(gateway.logged("ack-SM115")).as("posted again").isEmpty();
        gateway.postSigned(PATH, text("SM116", leaver, "thank you"));
        assertThat(gateway.logged("ack-SM116")).isNotEmpty();
    }
}
