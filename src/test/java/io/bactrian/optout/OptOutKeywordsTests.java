package io.bactrian.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutKeywordsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PhoneNumber ANN = new PhoneNumber("+15005550100");

    private final OptOutKeywords keywords = new OptOutKeywords();

    @ParameterizedTest
    @CsvSource({"STOP,STOP", "sToP,STOP", "' stop\n',STOP", "Optout,STOP", "unstop,START", "Info,HELP"})
    void aTextThatIsNothingButAKeywordCounts(String text, Keyword keyword) {
        assertThat(keywords.read(message(text, null), null)).isEqualTo(keyword);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stop please", "don't stop", "", "yes", "hello", "stop."})
    void anyOtherTextIsAnOrdinaryOne(String text) {
        assertThat(keywords.read(message(text, null), user(false))).isNull();
    }

    @Test
    void yesOptsInOnlyWhoHadOptedOut() {
        assertThat(keywords.read(message("Yes", null), user(true))).isEqualTo(Keyword.START);
        assertThat(keywords.read(message("Yes", null), user(false))).isNull();
        assertThat(keywords.read(message("Yes", null), null)).isNull();
    }

    @Test
    void theProvidersReadingComesFirst() {
        assertThat(keywords.read(message("ARRETE", "STOP"), null)).isEqualTo(Keyword.STOP);
        assertThat(keywords.read(message("STOP", "SOMETHING-NEW"), null)).isNull();
    }

    @Test
    void theEvidenceIsKept() {
        OptOutChange change = keywords.change(message("Arrete", "STOP"), Keyword.STOP);
        assertThat(change).isEqualTo(new OptOutChange("SM1", ANN, null, true, "provider", "ARRETE", NOON));
        assertThat(keywords.change(message("START", null), Keyword.START).source())
                .isEqualTo("keyword");
        assertThat(keywords.change(message("START", null), Keyword.START).optedOut())
                .isFalse();
        assertThat(keywords.change(message("HELP", null), Keyword.HELP)).isNull();
    }

    private static IncomingMessage message(String text, String optOutType) {
        return new IncomingMessage(
                "SM1", ANN, null, text, List.of(), true, false, optOutType, NOON, "default", "twilio", Channel.SMS);
    }

    private static User user(boolean optedOut) {
        return new User("1", ANN, "Ann", UserStatus.ACTIVE, optedOut, null, "default", NOON);
    }
}
