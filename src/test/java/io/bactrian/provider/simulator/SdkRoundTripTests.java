package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.base.Reader;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import io.bactrian.provider.twilio.TwilioAccount;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Twilio's own Java SDK makes of the simulator's answers. */
@SimulatorTest
class SdkRoundTripTests {

    private static final PhoneNumber SENDER = new PhoneNumber("+15005550006");
    private static final String SERVICE = "MG00000000000000000000000000000001";

    @Autowired
    private TwilioAccount account;

    @LocalServerPort
    private int port;

    private TwilioRestClient client;

    @BeforeEach
    void connects() {
        client = SdkClient.of(account, port);
    }

    @Test
    void createsAndFetchesAMessage() {
        Message created = send("+15005550101", "two\nlines & ümläuts");

        assertThat(created.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(created.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(created.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
        assertThat(created.getAccountSid()).isEqualTo(account.accountSid());
        assertThat(created.getFrom()).isEqualTo(SENDER);
        assertThat(created.getNumSegments()).isEqualTo("1");
        assertThat(created.getNumMedia()).isEqualTo("0");
        assertThat(created.getDateCreated()).isBetween(now().minusMinutes(1), now().plusMinutes(1));
        assertThat(created.getDateSent()).isNull();
        assertThat(created.getErrorCode()).isNull();

        Message fetched = fetch(created.getSid());
        assertThat(fetched.getBody()).isEqualTo("two\nlines & ümläuts");
        assertThat(fetched.getTo()).isEqualTo("+15005550101");
    }

    @Test
    void walksAMessageToItsDelivery() {
        String sid = send("+15005550102", "hello").getSid();

        await().untilAsserted(() -> assertThat(fetch(sid).getStatus()).isEqualTo(Message.Status.DELIVERED));
        assertThat(fetch(sid).getDateSent()).isNotNull();
    }

    @Test
    void endsAMessageWithTheCodeThatItsTextAsksFor() {
        String lost = send("+15005550103", "SIMULATE 30003").getSid();
        String unsent = send("+15005550103", "SIMULATE 21610").getSid();

        await().untilAsserted(() -> assertThat(fetch(lost).getStatus()).isEqualTo(Message.Status.UNDELIVERED));
        assertThat(fetch(lost).getErrorCode()).isEqualTo(30003);
        await().untilAsserted(() -> assertThat(fetch(unsent).getStatus()).isEqualTo(Message.Status.FAILED));
        assertThat(fetch(unsent).getErrorCode()).isEqualTo(21610);
        assertThat(fetch(unsent).getDateSent()).isNull();
    }

    @Test
    void marksAMessageWithMedia() {
        Message created = Message.creator(
                        new PhoneNumber("+15005550104"),
                        SENDER,
                        List.of(URI.create("https://media.test.invalid/1"), URI.create("https://media.test.invalid/2")))
                .create(client);

        assertThat(created.getSid()).startsWith("MM");
        assertThat(created.getNumMedia()).isEqualTo("2");
    }

    @Test
    void choosesTheSenderOfAMessagingServiceLater() {
        Message created = Message.creator(new PhoneNumber("+15005550105"), SERVICE, "hello")
                .create(client);

        assertThat(created.getStatus()).isEqualTo(Message.Status.ACCEPTED);
        assertThat(created.getFrom()).isNull();
        assertThat(created.getNumSegments()).isEqualTo("0");
        await().untilAsserted(
                        () -> assertThat(fetch(created.getSid()).getStatus()).isEqualTo(Message.Status.DELIVERED));
        assertThat(fetch(created.getSid()).getFrom()).isNotNull();
        assertThat(fetch(created.getSid()).getNumSegments()).isEqualTo("1");
    }

    @Test
    void cancelsAScheduledMessageAndNoOther() {
        Message scheduled = Message.creator(new PhoneNumber("+15005550106"), SERVICE, "later")
                .setScheduleType(Message.ScheduleType.FIXED)
                .setSendAt(now().plusHours(1))
                .create(client);
        assertThat(scheduled.getStatus()).isEqualTo(Message.Status.SCHEDULED);

        Message canceled = cancel(scheduled.getSid());
        assertThat(canceled.getStatus()).isEqualTo(Message.Status.CANCELED);
        assertThatThrownBy(() -> cancel(scheduled.getSid()))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(30409));
    }

    @Test
    void redactsAText() {
        String sid = send("+15005550107", "secret").getSid();

        assertThat(Message.updater(sid).setBody("").update(client).getBody()).isEmpty();
        assertThat(fetch(sid).getBody()).isEmpty();
    }

    @Test
    void listsPageAfterPageNewestFirst() {
        List<String> sids = IntStream.range(0, 5)
                .mapToObj(i -> send("+15005550108", "text " + i).getSid())
                .toList();
        send("+15005550109", "to somebody else");

        List<Message> listed =
                list(Message.reader().setTo(new PhoneNumber("+15005550108")).pageSize(2));

        assertThat(listed).extracting(Message::getSid).containsExactly(reversed(sids));
    }

    @Test
    void findsAMessageByTheMomentThatItWasSent() {
        String sid = send("+15005550110", "when").getSid();

        assertThat(sidsTo("+15005550110", reader -> reader.setDateSentAfter(now().minusSeconds(5))))
                .containsExactly(sid);
        assertThat(sidsTo("+15005550110", reader -> reader.setDateSentAfter(now().plusMinutes(1))))
                .isEmpty();
        assertThat(sidsTo("+15005550110", reader -> reader.setDateSentBefore(now().plusSeconds(5))))
                .containsExactly(sid);
        assertThat(sidsTo("+15005550110", reader -> reader.setDateSentBefore(now().minusMinutes(1))))
                .isEmpty();
        assertThat(sidsTo("+15005550110", reader -> reader.setFrom(new PhoneNumber("+15005550111"))))
                .isEmpty();
    }

    private List<String> sidsTo(String number, UnaryOperator<MessageReader> filter) {
        return list(filter.apply(Message.reader().setTo(new PhoneNumber(number)))).stream()
                .map(Message::getSid)
                .toList();
    }

    private List<Message> list(Reader<Message> reader) {
        return StreamSupport.stream(reader.read(client).spliterator(), false).toList();
    }

    private static String[] reversed(List<String> sids) {
        return IntStream.range(0, sids.size())
                .mapToObj(i -> sids.get(sids.size() - 1 - i))
                .toArray(String[]::new);
    }

    private Message send(String to, String text) {
        return Message.creator(new PhoneNumber(to), SENDER, text).create(client);
    }

    private Message fetch(String sid) {
        return Message.fetcher(sid).fetch(client);
    }

    private Message cancel(String sid) {
        return Message.updater(sid).setStatus(Message.UpdateStatus.CANCELED).update(client);
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }
}
