package io.bactrian.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every provider adapter does behind its ports, against a server that fails as it is told. */
public abstract class ProviderContract {

    /** What the provider's server does with the next calls. */
    public enum Behaviour {
        ACCEPTS,
        REFUSES_THE_NUMBER,
        REFUSES_THE_CREDENTIALS,
        IS_BUSY_FOR_7_SECONDS,
        FAILS_AFTER_ACCEPTING,
        HANGS_AFTER_ACCEPTING,
        CUTS_THE_CONNECTION_AFTER_ACCEPTING,
        IS_NOT_THERE
    }

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private CamelContext camel;

    /** The name after {@code send-via-}. */
    protected abstract String provider();

    /** The adapter's own routes, started, in front of a server that behaves like that. */
    protected abstract CamelContext start(Behaviour behaviour) throws Exception;

    /** How many send calls the server has got. */
    protected abstract int sendCalls();

    /** What the server's last send call asked for: recipient, sender and text, in that order. */
    protected abstract List<String> lastSend();

    @BeforeEach
    void none() {
        camel = null;
    }

    @AfterEach
    void stop() {
        if (camel != null) {
            camel.stop();
        }
    }

    @Test
    void anAcceptedMessageGivesAReceipt() throws Exception {
        Receipt receipt = send(Behaviour.ACCEPTS, message("m1", "Grüße & more = 100 %+"))
                .getMessage()
                .getBody(Receipt.class);
        assertThat(receipt.providerMessageId()).isNotBlank();
        assertThat(receipt.provider()).isEqualTo(provider());
        assertThat(lastSend()).containsExactly("+15005550100", "+15005550006", "Grüße & more = 100 %+");
    }

    @Test
    void theDefaultSenderSendsWhatNamesNone() throws Exception {
        send(Behaviour.ACCEPTS, message("m1", "hello", null, Channel.SMS));
        assertThat(lastSend()).containsExactly("+15005550100", "+15005550001", "hello");
    }

    @Test
    void aMessageOnAnotherChannelStaysOnIt() throws Exception {
        send(Behaviour.ACCEPTS, message("m1", "hello", new PhoneNumber("+15005550006"), Channel.WHATSAPP));
        assertThat(lastSend()).containsExactly("whatsapp:+15005550100", "whatsapp:+15005550006", "hello");
    }

    @Test
    void aTextCannotSteerTheCall() throws Exception {
        String text = "x)&from=RAW(+15005550999)&To=+15005550999 ${header.x} {{sms.store}}";
        send(Behaviour.ACCEPTS, message("m1", text));
        assertThat(lastSend()).containsExactly("+15005550100", "+15005550006", text);
    }

    @Test
    void aRefusalOfTheNumberIsForGood() throws Exception {
        assertThat(failure(Behaviour.REFUSES_THE_NUMBER).failure()).isEqualTo(Failure.REJECTED);
    }

    @Test
    void aRefusalOfTheCredentialsIsNoFaultOfTheMessage() throws Exception {
        assertThat(failure(Behaviour.REFUSES_THE_CREDENTIALS).failure()).isEqualTo(Failure.CONFIGURATION);
    }

    @Test
    void aBusyProviderSaysHowLongToWait() throws Exception {
        ProviderException failure = failure(Behaviour.IS_BUSY_FOR_7_SECONDS);
        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whatNeverReachedTheProviderWasNotSent() throws Exception {
        ProviderException failure = ended(Behaviour.IS_NOT_THERE);
        assertThat(failure.failure()).isEqualTo(Failure.NOT_SENT);
        assertThat(sendCalls()).isZero();
    }

    @Test
    void afterAServerErrorNobodyKnows() throws Exception {
        assertThat(failure(Behaviour.FAILS_AFTER_ACCEPTING).failure()).isEqualTo(Failure.UNKNOWN);
    }

    @Test
    void afterATimeOutNobodyKnows() throws Exception {
        assertThat(failure(Behaviour.HANGS_AFTER_ACCEPTING).failure()).isEqualTo(Failure.UNKNOWN);
    }

    @Test
    void afterACutConnectionNobodyKnows() throws Exception {
        assertThat(failure(Behaviour.CUTS_THE_CONNECTION_AFTER_ACCEPTING).failure())
                .isEqualTo(Failure.UNKNOWN);
    }

    @Test
    void aMessageWhoseAnswerWasLostIsFoundAgain() throws Exception {
        OutgoingMessage message = message("m1", "hello, hello");
        send(Behaviour.FAILS_AFTER_ACCEPTING, message);
        assertThat(found(message)).hasSize(1);
        assertThat(found(message("m2", "another text"))).isEmpty();
        assertThat(found(message("m3", "hello"))).as("the end of another text").isEmpty();
    }

    @Test
    void whatBecameOfAMessageThatWasTakenCanBeAsked() throws Exception {
        Receipt receipt =
                send(Behaviour.ACCEPTS, message("m1", "hello")).getMessage().getBody(Receipt.class);
        DeliveryReport report = fetched(taken(receipt.providerMessageId()));
        assertThat(report.messageId()).isEqualTo("m1");
        assertThat(report.providerMessageId()).isEqualTo(receipt.providerMessageId());
        assertThat(report.status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(fetched(taken("SMnobody"))).isNull();
    }

    private DeliveryReport fetched(OutgoingMessage message) {
        return camel.createProducerTemplate()
                .requestBody("direct:fetch-via-" + provider(), message, DeliveryReport.class);
    }

    private OutgoingMessage taken(String providerMessageId) {
        OutgoingMessage message = message("m1", "hello");
        return new OutgoingMessage(
                message.id(),
                message.phoneNumber(),
                message.from(),
                message.channel(),
                message.messageContent(),
                message.mediaUrl(),
                message.kind(),
                message.priority(),
                message.answers(),
                MessageStatus.SENT,
                NOON,
                null,
                null,
                false,
                1,
                0,
                0,
                null,
                null,
                null,
                NOON,
                false,
                provider(),
                providerMessageId,
                false,
                NOON,
                null,
                null,
                null,
                null,
                1,
                null,
                "default",
                null);
    }

    @SuppressWarnings("unchecked")
    private List<Receipt> found(OutgoingMessage message) {
        return camel.createProducerTemplate().requestBody("direct:find-via-" + provider(), message, List.class);
    }

    /** The failure of a call that arrived, which is the only one: the adapter never tries again by itself. */
    private ProviderException failure(Behaviour behaviour) throws Exception {
        ProviderException failure = ended(behaviour);
        assertThat(sendCalls()).isEqualTo(1);
        return failure;
    }

    private ProviderException ended(Behaviour behaviour) throws Exception {
        Exception failure = send(behaviour, message("m1", "a secret text")).getException();
        assertThat(failure).isInstanceOf(ProviderException.class).hasNoCause();
        assertThat(failure.getMessage()).isNotBlank().doesNotContain("secret", "5550100", "5550006");
        return (ProviderException) failure;
    }

    private Exchange send(Behaviour behaviour, OutgoingMessage message) throws Exception {
        camel = start(behaviour);
        return camel.createProducerTemplate()
                .request("direct:send-via-" + provider(), in -> in.getMessage().setBody(message));
    }

    protected static OutgoingMessage message(String id, String text) {
        return message(id, text, new PhoneNumber("+15005550006"), Channel.SMS);
    }

    private static OutgoingMessage message(String id, String text, PhoneNumber from, Channel channel) {
        Draft draft = new Draft(
                id,
                new PhoneNumber("+15005550100"),
                from,
                channel,
                text,
                List.of(),
                Kind.API,
                Priority.NORMAL,
                null,
                null,
                null,
                "default");
        return OutgoingMessage.queued(draft, NOON);
    }
}
