package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.bactrian.provider.simulator.SimulatorHouse.Gateway;
import io.bactrian.provider.simulator.SimulatorHouse.Posted;
import io.bactrian.provider.twilio.TwilioAccount;
import io.bactrian.provider.twilio.TwilioSignature;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The simulator rings, as Twilio's own library and a callback see it. */
@SimulatorTest
class RingingTests {

    private static final PhoneNumber FROM = new PhoneNumber("+15005550006");
    private static final List<String> ALL = List.of("initiated", "ringing", "answered", "completed");

    @Autowired
    private TwilioAccount account;

    @Autowired
    private Gateway gateway;

    @Autowired
    private TestRestTemplate http;

    @LocalServerPort
    private int port;

    private TwilioRestClient twilio;
    private String callback;

    @BeforeEach
    void connects() {
        twilio = SdkClient.of(account, port);
        callback = account.publicUrl() + "/webhooks/twilio/calls/c-1";
        gateway.reports.clear();
    }

    @Test
    void aCallRingsIsAnsweredAndEndsAndItsCallbackIsToldOfEach() {
        Call placed = call("+15005550171", "Fire & water")
                .setStatusCallback(URI.create(callback + "#rc=5&rp=all"))
                .setStatusCallbackEvent(ALL)
                .create(twilio);
        assertThat(placed.getStatus()).isEqualTo(Call.Status.QUEUED);
        assertThat(placed.getDirection()).isEqualTo("outbound-api");
        assertThat(placed.getStartTime()).isNull();

        await().until(() -> gateway.reports.size() == 4);
        assertThat(gateway.reports)
                .extracting(post -> post.first("CallStatus"))
                .containsExactly("initiated", "ringing", "in-progress", "completed");
        assertThat(gateway.reports)
                .extracting(post -> post.first("SequenceNumber"))
                .containsExactly("0", "1", "2", "3");
        assertThat(gateway.reports).allSatisfy(post -> {
            assertThat(post.first("CallSid")).isEqualTo(placed.getSid()).startsWith("CA");
            assertThat(post.first("To")).isEqualTo("+15005550171");
            assertThat(post.first("From")).isEqualTo(FROM.getEndpoint());
            assertThat(post.form()).doesNotContainKeys("MessageSid", "MessageStatus");
            assertThat(post.signature()).isEqualTo(signature(post));
        });
        Call over = Call.fetcher(placed.getSid()).fetch(twilio);
        assertThat(over.getStatus()).isEqualTo(Call.Status.COMPLETED);
        assertThat(over.getStartTime()).isNotNull();
        assertThat(over.getEndTime()).isNotNull();
        assertThat(over.getDuration()).isEqualTo("0");
    }

    private String signature(Posted post) {
        return TwilioSignature.sign(callback, post.form(), account.authTokens().get(0));
    }

    @Test
    void aCallbackIsToldOfTheEndAloneUnlessItAsksForMore() {
        call("+15005550172", "hello").setStatusCallback(URI.create(callback)).create(twilio);
        await().until(() -> !gateway.reports.isEmpty());
        assertThat(gateway.reports).extracting(post -> post.first("CallStatus")).containsExactly("completed");
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550241, hello, BUSY,",
        "+15005550242, hello, NO_ANSWER,",
        "+15005550243, hello, FAILED,",
        "+15005550173, SIMULATE call-busy, BUSY,",
        "+15005550173, SIMULATE 30003, NO_ANSWER,",
        "+15005550173, SIMULATE 13224, FAILED, 13224",
        "+15005550231, hello, NO_ANSWER,"
    })
    void aCallEndsAsItsNumberOrItsTextAsksFor(String to, String text, Call.Status end, String code) {
        String sid = call(to, text)
                .setStatusCallback(URI.create(callback))
                .create(twilio)
                .getSid();
        await().until(() -> Call.fetcher(sid).fetch(twilio).getStatus() == end);
        await().until(() -> !gateway.reports.isEmpty());
        assertThat(gateway.reports).hasSize(1).allSatisfy(post -> {
            assertThat(post.first("CallStatus")).isEqualTo(end.toString());
            assertThat(post.first("ErrorCode")).isEqualTo(code);
        });
    }

    @Test
    void aTextThatAsksForTheEndOfACallArrivesLikeAnyOther() {
        String sid = Message.creator(new PhoneNumber("+15005550242"), FROM, "hello")
                .create(twilio)
                .getSid();
        await().until(() -> Message.fetcher(sid).fetch(twilio).getStatus() == Message.Status.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550001, +15005550006, 21217",
        "+15005550002, +15005550006, 21214",
        "+15005550003, +15005550006, 21215",
        "+15005550004, +15005550006, 21216",
        "+15005550101, +15005550001, 21212",
        "+15005550101, +15005550010, 21210",
        "5551234567, +15005550006, 21211",
        "'', +15005550006, 21201",
        "+15005550101, '', 21213",
        "+15005550101, 24680, 21212"
    })
    void refusesWhomItCannotCallAndFromWhere(String to, String from, int code) {
        assertThat(refusal(Call.creator(new PhoneNumber(to), new PhoneNumber(from), new Twiml("<Response/>"))))
                .isEqualTo(code);
    }

    @Test
    void refusesACallThatWouldDoNothing() {
        PhoneNumber to = new PhoneNumber("+15005550174");
        assertThat(refusal(Call.creator(to, FROM, URI.create("ftp://calls.test/a"))))
                .isEqualTo(21205);
        assertThat(refusal(Call.creator(to, FROM, new Twiml("")))).isEqualTo(21205);
        assertThat(refusal(Call.creator(to, FROM, new Twiml("x".repeat(4001))))).isEqualTo(20001);
    }

    private int refusal(CallCreator call) {
        ApiException[] refused = new ApiException[1];
        assertThatThrownBy(() -> call.create(twilio))
                .isInstanceOfSatisfying(ApiException.class, thrown -> refused[0] = thrown);
        return refused[0].getCode();
    }

    @Test
    void listsCallsAndNoMessagesAndTheOtherWayRound() {
        PhoneNumber to = new PhoneNumber("+15005550175");
        String sid = call(to.getEndpoint(), "hello").create(twilio).getSid();
        String text = Message.creator(to, FROM, "hello").create(twilio).getSid();
        await().until(() -> Call.fetcher(sid).fetch(twilio).getStatus() == Call.Status.COMPLETED);

        assertThat(sids(Call.reader().setTo(to).setFrom(FROM).read(twilio), Call::getSid))
                .containsExactly(sid);
        assertThat(sids(Call.reader().setTo(to).setStatus(Call.Status.COMPLETED).read(twilio), Call::getSid))
                .containsExactly(sid);
        assertThat(sids(Call.reader().setTo(to).setStatus(Call.Status.BUSY).read(twilio), Call::getSid))
                .isEmpty();
        assertThat(sids(Message.reader().setTo(to).read(twilio), Message::getSid))
                .containsExactly(text);
        assertThatThrownBy(() -> Message.fetcher(sid).fetch(twilio)).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> Call.fetcher(text).fetch(twilio)).isInstanceOf(ApiException.class);
    }

    private static <T> List<String> sids(Iterable<T> listed, Function<T, String> sid) {
        return StreamSupport.stream(listed.spliterator(), false).map(sid).toList();
    }

    @Test
    void faultsBefallCallsTooAndTheTruthHoldsThem() {
        http.delete("/simulator/truth");
        assertThat(refusal(call("+15005550176", "SIMULATE busy"))).isEqualTo(20429);
        assertThat(refusal(call("+15005550176", "SIMULATE refuse 21217"))).isEqualTo(21217);
        assertThat(refusal(call("+15005550176", "SIMULATE fail-before"))).isEqualTo(20500);
        CallCreator hidden = call("+15005550176", "SIMULATE fail-after").setStatusCallback(URI.create(callback));
        assertThat(refusal(hidden)).isEqualTo(20500);

        JsonNode truth = http.getForObject("/simulator/truth", JsonNode.class);
        assertThat(truth.get("items")).hasSize(1);
        assertThat(truth.at("/items/0/sid").asText()).startsWith("CA");
        assertThat(truth.at("/items/0/id").asText()).isEqualTo("c-1");
        assertThat(truth.at("/items/0/answer").asText()).isEqualTo("fail-after");
        assertThat(truth.at("/counters/createCalls").asInt()).isEqualTo(4);
        assertThat(truth.toString()).doesNotContain("5550176", "SIMULATE");
    }

    @Test
    void tellsWhatWasSaidAndNeverToWhom() {
        call("+15005550177", "Say it & <again>")
                .setStatusCallback(URI.create(callback))
                .create(twilio);
        JsonNode latest = http.getForObject("/simulator/calls", JsonNode.class).at("/items/0");
        assertThat(latest.get("say").asText()).isEqualTo("Say it & <again>");
        assertThat(latest.get("id").asText()).isEqualTo("c-1");
        assertThat(latest.get("url").isNull()).isTrue();
        assertThat(latest.toString()).doesNotContain("5550177");
    }

    private static CallCreator call(String to, String text) {
        String said = text.replace("&", "&amp;").replace("<", "&lt;");
        return Call.creator(new PhoneNumber(to), FROM, new Twiml("<Response><Say>" + said + "</Say></Response>"));
    }
}
