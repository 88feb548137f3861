package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.rest.api.v2010.account.Message;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.Receipt;
import io.bactrian.domain.Sender;
import io.bactrian.domain.Timing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioRequestsTests {

    private static final String SERVICE = "MG" + "0".repeat(32);
    private static final String SENDER = "+15005550001";

    private final TwilioRequests requests = requests("");

    @Test
    void sendsFromTheAccountsNumberUnlessTheMessageNamesOne() {
        assertThat(requests.from(message(Channel.SMS, null)).getEndpoint()).isEqualTo(SENDER);
        assertThat(requests.from(message(Channel.SMS, "+15005550006")).getEndpoint())
                .isEqualTo("+15005550006");
        assertThat(requests.messagingServiceSid(message(Channel.SMS, null))).isNull();
    }

    @Test
    void leavesTheSenderToTheMessagingServiceUnlessTheMessageNamesOne() {
        TwilioRequests withService = requests(SERVICE);
        assertThat(withService.from(message(Channel.SMS, null))).isNull();
        assertThat(withService.messagingServiceSid(message(Channel.SMS, null))).isEqualTo(SERVICE);
        assertThat(withService.from(message(Channel.SMS, "24680")).getEndpoint())
                .isEqualTo("24680");
        assertThat(withService.messagingServiceSid(message(Channel.SMS, "24680")))
                .isNull();
    }

    @Test
    void putsTheChannelBeforeBothAddresses() {
        OutgoingMessage message = message(Channel.WHATSAPP, "+15005550006");
        assertThat(requests.to(message).getEndpoint()).isEqualTo("whatsapp:+15005550009");
        assertThat(requests.from(message).getEndpoint()).isEqualTo("whatsapp:+15005550006");
        assertThat(requests.to(message(Channel.MMS, null)).getEndpoint()).isEqualTo("+15005550009");
    }

    @Test
    void asksForReportsUnderOurOwnId() {
        assertThat(requests.statusCallback(message(Channel.SMS, null)))
                .isEqualTo(URI.create("https://gw.example.com/sms/webhooks/twilio/status/ack-SM1#rc=5&rp=all"));
    }

    @Test
    void refusesMediaThatIsNoUrl() {
        assertThat(requests.mediaUrl(message(Channel.MMS, null, "https://example.com/a")))
                .containsExactly(URI.create("https://example.com/a"));
        OutgoingMessage broken = message(Channel.MMS, null, "https://example.com/a b");
        assertThatThrownBy(() -> requests.mediaUrl(broken))
                .isInstanceOf(ProviderException.class)
                .hasMessage("a media URL is invalid")
                .extracting(thrown -> ((ProviderException) thrown).failure())
                .isEqualTo(Failure.REJECTED);
    }

    @Test
    void takesTheSidAndTheSegmentsFromTheAnswer() {
        assertThat(requests.receipt(answer("{\"sid\":\"SM1\",\"num_segments\":\"2\"}")))
                .isEqualTo(new Receipt("twilio", "SM1", 2));
        assertThat(requests.receipt(answer("{\"sid\":\"SM1\",\"num_segments\":\"0\"}")))
                .isEqualTo(new Receipt("twilio", "SM1", null));
    }

    @Test
    void leavesTheOutcomeOpenWhereTheAnswerNamesNoMessage() {
        assertThatThrownBy(() -> requests.receipt(answer("{}")))
                .isInstanceOf(ProviderException.class)
                .extracting(thrown -> ((ProviderException) thrown).failure())
                .isEqualTo(Failure.UNKNOWN);
    }

    @Test
    void blamesASenderThatTheMessageNamedOnTheMessage() {
        Throwable refused = TwilioCallFailed.answered(400, 21606, null);
        TwilioFailures failures = new TwilioFailures(new UnknownCodes(new SimpleMeterRegistry()));
        assertThat(failures.from(refused, message(Channel.SMS, "+15005550007")).failure())
                .isEqualTo(Failure.REJECTED);
        assertThat(failures.from(refused, message(Channel.SMS, null)).failure()).isEqualTo(Failure.CONFIGURATION);
    }

    @Test
    void waitsADayForADailyCap() {
        ProviderException capped = new TwilioFailures(new UnknownCodes(new SimpleMeterRegistry()))
                .from(TwilioCallFailed.answered(429, 63038, null));
        assertThat(capped.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(capped.retryAfter()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void hasAReasonForEveryCode() {
        assertThat(TwilioErrorCodes.all()).hasSizeGreaterThan(80);
        assertThat(TwilioErrorCodes.all().values())
                .allSatisfy(error -> assertThat(error.reason()).isNotBlank().hasSizeLessThan(80));
    }

    /** It is 1970: the clock stands still at the epoch. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "90, 90", "35999, 35999", "36000,", "172800,", ","})
    void tellsTwilioHowLongItMayTake(Integer left, Integer seconds) {
        OutgoingMessage message = message(Channel.SMS, null);
        Instant until = left == null ? null : Instant.EPOCH.plusSeconds(left);
        Draft draft = new Draft(
                message.id(),
                message.phoneNumber(),
                null,
                message.channel(),
                "x",
                List.of(),
                message.kind(),
                message.priority(),
                null,
                null,
                null,
                "default");
        Timing timing = new Timing(Instant.EPOCH, until, false);
        assertThat(requests("").validityPeriod(OutgoingMessage.queued(draft, timing, Instant.EPOCH, null)))
                .isEqualTo(seconds);
    }

    private static Message answer(String json) {
        return Message.fromJson(json, new ObjectMapper());
    }

    @Test
    void whomOptOutsAreCheckedForIsWhoSends() {
        for (String service : List.of("", SERVICE)) {
            for (String from : Arrays.asList(null, "24680")) {
                OutgoingMessage message = message(Channel.SMS, from);
                Sender checked = new TwilioSenders(account(service)).of(message);
                assertThat(checked.service()).isEqualTo(requests(service).messagingServiceSid(message));
                assertThat(
                                checked.number() == null
                                        ? null
                                        : new com.twilio.type.PhoneNumber(
                                                checked.number().value()))
                        .isEqualTo(requests(service).from(message));
            }
        }
    }

    private static TwilioRequests requests(String service) {
        return new TwilioRequests(account(service), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static TwilioAccount account(String service) {
        TwilioSettings settings = new TwilioSettings(
                "AC1", List.of("t"), SENDER, service, "", Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new TwilioAccount(settings, List.of("twilio"), "https://gw.example.com/sms/", OptionalInt::empty);
    }

    private static OutgoingMessage message(Channel channel, String from, String... media) {
        return OutgoingMessage.queued(
                new Draft(
                        "ack-SM1",
                        new PhoneNumber("+15005550009"),
                        PhoneNumber.of(from),
                        channel,
                        "hello",
                        List.of(media),
                        Kind.ACKNOWLEDGMENT,
                        Priority.HIGH,
                        null,
                        null,
                        null,
                        "default"),
                Instant.EPOCH);
    }
}
