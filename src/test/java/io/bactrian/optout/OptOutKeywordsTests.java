package io.bactrian.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bactrian.domain.Channel;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
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

    private static final PhoneNumber OURS = new PhoneNumber("+15005550006");

    private final OptOutKeywords keywords = new OptOutKeywords();

    @ParameterizedTest
    @CsvSource({"STOP,STOP", "sToP,STOP", "' stop\n',STOP", "Optout,STOP", "unstop,START", "Info,HELP"})
    void aTextThatIsNothingButAKeywordCounts(String text, Keyword keyword) {
        assertThat(keywords.read(message(text, null), List.of())).isEqualTo(keyword);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stop please", "don't stop", "", "yes", "hello", "stop."})
    void anyOtherTextIsAnOrdinaryOne(String text) {
        assertThat(keywords.read(message(text, null), List.of())).isNull();
    }

    @Test
    void yesOptsInOnlyWhoHadOptedOut() {
        assertThat(keywords.read(message("Yes", null), List.of(stop(OURS)))).isEqualTo(Keyword.START);
        assertThat(keywords.read(message("Yes", null), List.of(stop(null)))).isEqualTo(Keyword.START);
        assertThat(keywords.read(message("Yes", null), List.of(stop(new PhoneNumber("12345")))))
                .as("of another sender")
                .isNull();
        assertThat(keywords.read(message("Yes", null), List.of())).isNull();
        assertThat(keywords.read(message("Yes", null), null)).isNull();
    }

    @Test
    void onlyAYesAndPeopleWhoOptedOutAreLookedUp() {
        assertThat(keywords.dependsOnWishes(message(" yes", null), null)).isTrue();
        assertThat(keywords.dependsOnWishes(message("hello", null), user(true))).isTrue();
        assertThat(keywords.dependsOnWishes(message("hello", null), user(false)))
                .isFalse();
        assertThat(keywords.dependsOnWishes(message("hello", null), null)).isFalse();
    }

    @Test
    void whoOptedOutOfAnotherSenderIsAnswered() {
        assertThat(keywords.allowAnswer(message("hello", null), List.of(stop(new PhoneNumber("12345"))), false))
                .isTrue();
        assertThat(keywords.allowAnswer(message("hello", null), List.of(stop(OURS)), false))
                .isFalse();
        assertThat(keywords.allowAnswer(message("hello", null), null, true)).isTrue();
        assertThat(keywords.allowAnswer(message("yes", null), null, true)).isFalse();
    }

    @Test
    void theProvidersReadingComesFirst() {
        assertThat(keywords.read(message("ARRETE", "STOP"), null)).isEqualTo(Keyword.STOP);
        assertThat(keywords.read(message("STOP", "SOMETHING-NEW"), null)).isNull();
    }

    @Test
    void theEvidenceIsKept() {
        assertThat(keywords.changes(message("Arrete", "STOP"), Keyword.STOP))
                .containsExactly(new OptOutChange(
                        "SM1",
                        ANN,
                        OURS,
                        null,
                        true,
                        OptOutSource.OPT_OUT_TYPE,
                        "ARRETE",
                        null,
                        null,
                        NOON,
                        "default"));
        assertThat(keywords.changes(message("START", null), Keyword.START))
                .extracting(OptOutChange::source, OptOutChange::optedOut)
                .containsExactly(tuple(OptOutSource.KEYWORD, false));
        assertThat(keywords.changes(message("HELP", null), Keyword.HELP)).isEmpty();
    }

    @Test
    void nothingButAKeywordIsEvidence() {
        assertThat(keywords.changes(message("please stop, I am Ann", "STOP"), Keyword.STOP))
                .extracting(OptOutChange::wording)
                .containsExactly("STOP");
    }

    @Test
    void aWishThatCameThroughAServiceIsAboutAllOfIt() {
        assertThat(keywords.changes(message("STOP", null, "MG1"), Keyword.STOP))
                .extracting(OptOutChange::id, OptOutChange::scope, OptOutChange::service, OptOutChange::messageId)
                .containsExactly(tuple("SM1", OURS.value(), "MG1", "SM1"), tuple("SM1~MG1", "MG1", "MG1", "SM1"));
    }

    private static OptOutChange stop(PhoneNumber sender) {
        return new OptOutChange(
                "SM0", ANN, sender, null, true, OptOutSource.KEYWORD, "STOP", null, null, NOON, "default");
    }

    private static IncomingMessage message(String text, String optOutType) {
        return message(text, optOutType, null);
    }

    private static IncomingMessage message(String text, String optOutType, String service) {
        return new IncomingMessage(
                "SM1",
                ANN,
                OURS,
                text,
                List.of(),
                true,
                false,
                optOutType,
                NOON,
                "default",
                "twilio",
                Channel.SMS,
                service);
    }

    private static User user(boolean optedOut) {
        return new User("1", ANN, "Ann", UserStatus.ACTIVE, optedOut, null, "default", NOON);
    }
}
