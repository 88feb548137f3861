package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.domain.ProviderException.Reach;
import io.bactrian.provider.twilio.TwilioError.Meaning;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwilioErrorCodesTests {

    private static final Map<String, Meaning> LETTERS = Map.of(
            "P", Meaning.PERMANENT,
            "R", Meaning.RETRY,
            "N", Meaning.NEXT_DAY,
            "C", Meaning.CONFIGURATION,
            "S", Meaning.SENDER,
            "O", Meaning.OPT_OUT);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UnknownCodes unknown = new UnknownCodes(meters);
    private final TwilioFailures failures = new TwilioFailures(unknown);

    @Test
    void theTableHoldsEveryCodeOfTheListWithItsMeaning() throws IOException {
        Map<Integer, Meaning> list = list();
        assertThat(list).hasSizeGreaterThan(80);
        Map<Integer, Meaning> table = new TreeMap<>();
        list.keySet()
                .forEach(code -> table.put(
                        code,
                        TwilioErrorCodes.find(code) == null
                                ? null
                                : TwilioErrorCodes.find(code).meaning()));
        assertThat(table).isEqualTo(list);
    }

    private static Map<Integer, Meaning> list() throws IOException {
        Map<Integer, Meaning> list = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/twilio/error-codes.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split("[ -]");
                int first = Integer.parseInt(words[0]);
                int last = Integer.parseInt(words[words.length - 2]);
                IntStream.rangeClosed(first, last)
                        .forEach(code -> list.put(code, LETTERS.get(words[words.length - 1])));
            }
        }
        return list;
    }

    @Test
    void aRefusalThatNobodyKnowsIsForGoodAndCounted() {
        var failure = failures.from(TwilioCallFailed.answered(400, 29999, null));
        assertThat(failure.failure()).isEqualTo(Failure.REJECTED);
        assertThat(failure.code()).isEqualTo("29999");
        assertThat(count("29999")).isEqualTo(1);
        failures.from(TwilioCallFailed.answered(400, 21211, null));
        assertThat(meters.find("sms.provider.codes.unknown").counters()).hasSize(1);
    }

    @Test
    void theLabelsOfUnknownCodesAreBounded() {
        IntStream.rangeClosed(1, 1000).forEach(unknown::note);
        unknown.note(2_000_000_000);
        unknown.note(-1);
        assertThat(meters.find("sms.provider.codes.unknown").counters()).hasSize(51);
        assertThat(count("other")).isEqualTo(952);
    }

    @Test
    void aProviderThatIsAwayOrBusyIsSoForEveryMessageAndACapIsNot() {
        assertThat(failures.from(TwilioCallFailed.answered(429, 20429, null)).reach())
                .isEqualTo(Reach.PROVIDER);
        assertThat(failures.from(TwilioCallFailed.unanswered(new java.net.ConnectException()))
                        .reach())
                .isEqualTo(Reach.PROVIDER);
        assertThat(failures.from(TwilioCallFailed.answered(429, 63038, null)).reach())
                .isEqualTo(Reach.MESSAGE);
        assertThat(failures.from(TwilioCallFailed.answered(400, 21611, null)).reach())
                .isEqualTo(Reach.MESSAGE);
    }

    private double count(String code) {
        return meters.get("sms.provider.codes.unknown")
                .tag("code", code)
                .counter()
                .count();
    }
}
