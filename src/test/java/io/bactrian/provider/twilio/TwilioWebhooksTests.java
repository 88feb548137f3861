package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.MalformedWebhook;
import io.bactrian.domain.Media;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.UserKey;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.tenants.TenantSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioWebhooksTests {

    private static final String SID = "SM" + "0123456789abcdef".repeat(2);
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String SMS = "ToCountry=US&ToState=DC&SmsMessageSid=" + SID
            + "&NumMedia=0&ToCity=&FromZip=01022&SmsSid=" + SID
            + "&FromState=MA&SmsStatus=received&FromCity=CHICOPEE&Body=It%27s+working%21&FromCountry=US"
            + "&To=%2B15005550006&ToZip=&NumSegments=1&MessageSid=" + SID
            + "&AccountSid=AC00000000000000000000000000000000&From=%2B15005550009&ApiVersion=2010-04-01";

    private final TwilioWebhooks webhooks = new TwilioWebhooks(
            new TenantNumbers(new TenantSettings(Map.of("acme", List.of("+15005550007")))),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new UnknownCodes(new SimpleMeterRegistry()));

    @Test
    void readsATextAsTwilioPostsIt() {
        IncomingMessage message = webhooks.incoming(SMS);
        assertThat(message.messageSid()).isEqualTo(SID);
        assertThat(message.phoneNumber()).isEqualTo(new PhoneNumber("+15005550009"));
        assertThat(message.to()).isEqualTo(new PhoneNumber("+15005550006"));
        assertThat(message.messageContent()).isEqualTo("It's working!");
        assertThat(message.media()).isEmpty();
        assertThat(message.optOutType()).isNull();
        assertThat(message.receivedAt()).isEqualTo(NOW);
        assertThat(message.tenant()).isEqualTo("default");
        assertThat(message.provider()).isEqualTo("twilio");
        assertThat(message.channel()).isEqualTo(Channel.SMS);
        assertThat(message.isRegistered() || message.responseSent()).isFalse();
    }

    @Test
    void aTextBelongsToTheTenantWhoseNumberItWasSentTo() {
        String toAcme = SMS.replace("%2B15005550006", "%2B15005550007");
        assertThat(webhooks.incoming(toAcme).tenant()).isEqualTo("acme");
        assertThat(webhooks.incoming(toAcme).sender()).isEqualTo(new UserKey("acme", new PhoneNumber("+15005550009")));
    }

    @Test
    void readsMediaInTheirOrder() {
        IncomingMessage message = webhooks.incoming(form("NumMedia=2"
                + "&MediaUrl1=https%3A%2F%2Fexample.com%2Fb&MediaContentType1=video%2Fmp4"
                + "&MediaUrl0=https%3A%2F%2Fexample.com%2Fa&MediaContentType0=image%2Fpng"));
        assertThat(message.channel()).isEqualTo(Channel.MMS);
        assertThat(message.messageContent()).isEmpty();
        assertThat(message.media())
                .containsExactly(
                        new Media("https://example.com/a", "image/png"),
                        new Media("https://example.com/b", "video/mp4"));
    }

    @Test
    void leavesOutMediaThatNobodyCouldFetch() {
        assertThat(webhooks.incoming(form("NumMedia=1&MediaUrl0=javascript%3Aalert"))
                        .media())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp:%2B15005550009, WHATSAPP, +15005550009",
        "whatsapp:US.1234, WHATSAPP, US.1234",
        "rcs:%2B15005550009, RCS, +15005550009",
        "messenger:1234567890, MESSENGER, 1234567890",
        "24680, SMS, 24680"
    })
    void takesTheChannelFromTheAddress(String from, Channel channel, String number) {
        String form = "MessageSid=" + SID + "&To=whatsapp:%2B15005550006&Body=x&From=" + from;
        IncomingMessage message = webhooks.incoming(form);
        assertThat(message.channel()).isEqualTo(channel);
        assertThat(message.phoneNumber().value()).isEqualTo(number);
        assertThat(message.to().value()).isEqualTo("+15005550006");
    }

    @Test
    void keepsTheChannelOfAWhatsAppMessageWithMedia() {
        String form = "MessageSid=" + SID + "&From=whatsapp:%2B15005550009&NumMedia=1&MediaUrl0=https://example.com/a";
        assertThat(webhooks.incoming(form).channel()).isEqualTo(Channel.WHATSAPP);
    }

    @Test
    void readsAMessageThroughAMessagingServiceWithFieldsThatNobodyKnows() {
        String form = form("MessagingServiceSid=MG1&OptOutType=STOP&Body=Stop&Brand.New%5B%5D=1&Brand.New%5B%5D=2");
        assertThat(webhooks.incoming(form).optOutType()).isEqualTo("STOP");
        assertThat(webhooks.incoming(form).messagingServiceSid()).isEqualTo("MG1");
        assertThat(webhooks.incoming(form("MessagingServiceSid=")).messagingServiceSid())
                .isNull();
        assertThat(webhooks.incoming(form("MessagingServiceSid=x%7E")).messagingServiceSid())
                .isNull();
        assertThat(webhooks.incoming(form("OptOutType=PERHAPS")).optOutType()).isNull();
    }

    @Test
    void removesWhatDatabasesRefuse() {
        assertThat(webhooks.incoming(form("Body=a%00b%ED%A0%80c")).messageContent())
                .startsWith("ab")
                .endsWith("c")
                .doesNotContain("\0", "\uD800");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        assertThatThrownBy(() -> webhooks.incoming("From=%2B15005550009"))
                .isInstanceOf(MalformedWebhook.class)
                .hasMessage("MessageSid is missing");
        assertThatThrownBy(() -> webhooks.incoming("MessageSid=" + SID + "&From=+"))
                .isInstanceOf(MalformedWebhook.class)
                .hasMessage("From is missing");
        assertThatThrownBy(() -> webhooks.incoming(null)).isInstanceOf(MalformedWebhook.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SM%00", "SM-1", "..%2F..", "SM12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesASidThatCannotBeOne(String sid) {
        assertThatThrownBy(() -> webhooks.incoming("From=%2B15005550009&MessageSid=" + sid))
                .isInstanceOf(MalformedWebhook.class)
                .hasMessage("MessageSid is invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2B1500%00", "whatsapp:", "12345678901234567890123456789012345678901234567890123456789012345"})
    void refusesASenderThatCannotBeOne(String from) {
        assertThatThrownBy(() -> webhooks.incoming("MessageSid=" + SID + "&From=" + from))
                .isInstanceOf(MalformedWebhook.class)
                .hasMessage("From is invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "queued, SENT",
        "accepted, SENT",
        "sending, SENT",
        "sent, SENT",
        "delivered, DELIVERED",
        "read, DELIVERED",
        "undelivered, UNDELIVERED",
        "failed, FAILED",
        "canceled, FAILED",
        "received,",
        "brand-new,"
    })
    void saysWhereAReportPutsTheMessage(String word, MessageStatus status) {
        DeliveryReport report =
                webhooks.status("ack-1", "MessageSid=" + SID + "&MessageStatus=" + word + "&ErrorCode=30003");
        assertThat(report.status()).isEqualTo(status);
        assertThat(report)
                .isEqualTo(new DeliveryReport(
                        "ack-1",
                        "twilio",
                        SID,
                        status,
                        word,
                        "30003",
                        TwilioErrorCodes.find(30003).reason() + "; the same text may go through later",
                        NOW,
                        null));
    }

    @Test
    void refusesAReportWithoutAStatus() {
        assertThatThrownBy(() -> webhooks.status("ack-1", "MessageSid=" + SID))
                .isInstanceOf(MalformedWebhook.class)
                .hasMessage("MessageStatus is missing");
        assertThatThrownBy(() -> webhooks.status("x".repeat(81), "MessageSid=" + SID + "&MessageStatus=sent"))
                .isInstanceOf(MalformedWebhook.class);
    }

    private static String form(String more) {
        return "MessageSid=" + SID + "&From=%2B15005550009&To=%2B15005550006&" + more;
    }
}
