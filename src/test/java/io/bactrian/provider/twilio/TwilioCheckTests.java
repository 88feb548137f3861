package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.twilio.http.TwilioRestClient;
import io.bactrian.provider.twilio.TwilioCheck.Check;
import io.bactrian.provider.twilio.TwilioCheck.Result;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the check says of an account, as Twilio tells of it. */
class TwilioCheckTests {

    private static final String ACCOUNT = "AC" + "0".repeat(32);
    private static final String SERVICE = "MG" + "0".repeat(32);
    private static final String SENDER = "+15005550006";
    private static final Duration SOON = Duration.ofMillis(500);
    private static final String ACTIVE = "{\"sid\":\"" + ACCOUNT + "\",\"status\":\"active\"}";

    private final Map<String, HttpHandler> answers = new LinkedHashMap<>();
    private FakeTwilio twilio;

    @AfterEach
    void close() {
        twilio.close();
    }

    @Test
    void allIsWell() throws IOException {
        answers.put("/IncomingPhoneNumbers.json", FakeTwilio.answering(200, numbers(SENDER, true)));
        answers.put("/Accounts/" + ACCOUNT + ".json", FakeTwilio.answering(200, ACTIVE));
        answers.put("/v1/Services/" + SERVICE, FakeTwilio.answering(200, "{\"sid\":\"" + SERVICE + "\"}"));
        Result result = check(SENDER, SERVICE);
        assertThat(result.ok()).isTrue();
        assertThat(result.simulated()).isFalse();
        assertThat(result.checks())
                .containsExactly(
                        new Check("account", true, "the account is active"),
                        new Check("sender", true, "the account's, and it can text"),
                        new Check("calls", true, "the number can call"),
                        new Check("messaging-service", true, "the service is there"));
        assertThat(twilio.calls()).allSatisfy(call -> assertThat(call.method()).isEqualTo("GET"));
    }

    @Test
    void nothingMoreIsAskedWhereTheCredentialsAreRefused() throws IOException {
        answers.put("/", FakeTwilio.answering(401, "{\"code\":20003,\"status\":401,\"message\":\"Authenticate\"}"));
        Result result = check(SENDER, SERVICE);
        assertThat(result.ok()).isFalse();
        assertThat(result.checks()).containsExactly(new Check("account", false, "the credentials are refused"));
        assertThat(twilio.calls()).hasSize(1);
    }

    @Test
    void aSuspendedAccountIsNotWell() throws IOException {
        answers.put("/", FakeTwilio.answering(200, ACTIVE.replace("active", "suspended")));
        assertThat(check(SENDER, "").checks()).containsExactly(new Check("account", false, "the account is suspended"));
    }

    @Test
    void aNumberOfSomebodyElseIsToldAsIsAServiceThatIsNotThere() throws IOException {
        answers.put("/IncomingPhoneNumbers.json", FakeTwilio.answering(200, numbers("+15005550007", true)));
        answers.put("/Accounts/" + ACCOUNT + ".json", FakeTwilio.answering(200, ACTIVE));
        answers.put("/", FakeTwilio.answering(404, "{\"code\":20404,\"status\":404}"));
        assertThat(check(SENDER, SERVICE).checks())
                .extracting(Check::name, Check::ok, Check::reason)
                .containsExactly(
                        tuple("account", true, "the account is active"),
                        tuple("sender", false, "the number is none of the account's"),
                        tuple("messaging-service", false, "the account or the resource does not exist"));
    }

    @Test
    void aNumberThatCannotCallIsToldAndNoFault() throws IOException {
        answers.put("/IncomingPhoneNumbers.json", FakeTwilio.answering(200, numbers(SENDER, false)));
        answers.put("/", FakeTwilio.answering(200, ACTIVE));
        Result result = check(SENDER, "");
        assertThat(result.ok()).isTrue();
        assertThat(result.checks()).contains(new Check("calls", true, "the number cannot call, so calls will fail"));
    }

    @Test
    void whoDoesNotAnswerIsNotWell() throws IOException {
        answers.put("/", HttpExchange::close);
        assertThat(check(SENDER, "").checks()).containsExactly(new Check("account", false, "no answer from Twilio"));
    }

    @Test
    void aShortCodeIsNotLookedUp() throws IOException {
        answers.put("/", FakeTwilio.answering(200, ACTIVE));
        assertThat(check("24680", "").ok()).isTrue();
        assertThat(twilio.calls()).hasSize(1);
    }

    private Result check(String sender, String service) throws IOException {
        twilio = new FakeTwilio(exchange -> {
            String path = exchange.getRequestURI().getPath();
            answers.entrySet().stream()
                    .filter(answer ->
                            path.endsWith(answer.getKey()) || answer.getKey().equals("/"))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .handle(exchange);
        });
        TwilioSettings settings = new TwilioSettings(
                ACCOUNT, List.of("token"), sender, service, twilio.url().toString(), SOON, SOON);
        TwilioAccount account =
                new TwilioAccount(settings, List.of("twilio"), "https://gateway.example", OptionalInt::empty);
        TwilioRestClient client = new TwilioRestClient.Builder(ACCOUNT, "token")
                .httpClient(new SingleAttemptHttpClient(account::baseUrl, SOON, SOON, Clock.systemUTC()))
                .build();
        return new TwilioCheck(client, account, new TwilioFailures(new UnknownCodes(new SimpleMeterRegistry()))).run();
    }

    private static String numbers(String number, boolean calls) {
        return "{\"incoming_phone_numbers\":[{\"phone_number\":\"%s\",\"capabilities\":{\"sms\":true,\"voice\":%s}}]}"
                .formatted(number, calls);
    }
}
