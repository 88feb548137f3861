package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.account.Call;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.MalformedWebhook;
import io.bactrian.domain.MessageStatus;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.tenants.TenantSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio reports of a call, in our words. */
class TwilioCallReportTests {

    private static final String SID = "CA" + "a".repeat(32);

    private final TwilioWebhooks webhooks = new TwilioWebhooks(
            new TenantNumbers(new TenantSettings(Map.of())),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            new UnknownCodes(new SimpleMeterRegistry()));

    @ParameterizedTest
    @CsvSource({
        "queued, SENT, '',",
        "initiated, SENT, '',",
        "ringing, SENT, '',",
        "in-progress, SENT, '',",
        "completed, DELIVERED, '',",
        "busy, UNDELIVERED, busy, the line was busy",
        "no-answer, UNDELIVERED, no-answer, nobody answered",
        "canceled, UNDELIVERED, canceled, the call was canceled before it was answered",
        "failed, FAILED, failed, the call could not be put through"
    })
    void eachStateOfACallPutsItsMessageSomewhere(String word, MessageStatus status, String code, String reason) {
        DeliveryReport report = webhooks.call("c1", "CallSid=" + SID + "&CallStatus=" + word);
        assertThat(report.messageId()).isEqualTo("c1");
        assertThat(report.providerMessageId()).isEqualTo(SID);
        assertThat(report.providerStatus()).isEqualTo(word);
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.errorCode()).isEqualTo(code);
        assertThat(report.errorMessage()).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(Call.Status.class)
    void everyStateThatTwiliosLibraryKnowsIsInTheTable(Call.Status status) {
        assertThat(TwilioCallWords.of(status.toString()).status()).isNotNull();
    }

    @Test
    void aCodeOfTwiliosGoesBeforeItsWord() {
        DeliveryReport report = webhooks.call("c1", "CallSid=" + SID + "&CallStatus=failed&ErrorCode=13224");
        assertThat(report.errorCode()).isEqualTo("13224");
        assertThat(report.errorMessage()).isEqualTo("the recipient cannot be called");
        DeliveryReport unknown = webhooks.call("c1", "CallSid=" + SID + "&CallStatus=failed&ErrorCode=99999");
        assertThat(unknown.errorCode()).isEqualTo("99999");
        assertThat(unknown.errorMessage()).isEqualTo("the call could not be put through");
    }

    @Test
    void aWordThatNobodyKnowsIsKeptAndMovesNothing() {
        DeliveryReport report = webhooks.call("c1", "CallSid=" + SID + "&CallStatus=holding");
        assertThat(report.status()).isNull();
        assertThat(report.providerStatus()).isEqualTo("holding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallStatus=ringing", "CallSid=CA-1&CallStatus=ringing", "CallSid=CA1", "MessageSid=SM1"})
    void whatIsNoReportOfACallIsRefused(String form) {
        assertThatThrownBy(() -> webhooks.call("c1", form)).isInstanceOf(MalformedWebhook.class);
    }
}
