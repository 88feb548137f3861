package io.bactrian.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.segments.Vectors.Counted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTests {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";
    private static final String GRAVE_HEAP = "e" + "\u0300".repeat(199);

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(Vectors.class)
    void countsLikeTwiliosOwnCalculator(String id, String text, Counted asItIs) {
        assertThat(Counted.of(text)).isEqualTo(asItIs);
    }

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(Vectors.class)
    void countsThePlainTextLikeTwiliosSmartEncoding(String id, String text, Counted asItIs, Counted smart) {
        assertThat(Counted.of(PlainText.of(text))).isEqualTo(smart);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"})
    void takesTwoSeptetsForWhatIsInTheExtensionTable(String character) {
        assertThat(Segments.of(character)).isEqualTo(new Segments(Encoding.GSM_7, 1, 2, 1, 158));
        assertThat(Segments.of(character.repeat(81)).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "ç", "\t", "\u00a0", "\u2019", "\u001b", "Α", "á"})
    void hasNoPlaceInGsm7For(String character) {
        assertThat(Segments.of(character)).isEqualTo(new Segments(Encoding.UCS_2, 1, 1, 1, 69));
    }

    /** Each as a text of so many units and the segments, and what is left in the last one. */
    @ParameterizedTest
    @CsvSource({
        "a,160,1,0",
        "a,161,2,145",
        "a,306,2,0",
        "a,307,3,152",
        "ж,70,1,0",
        "ж,71,2,63",
        "ж,134,2,0",
        "ж,135,3,66"
    })
    void tellsWhatIsLeftInTheLastSegment(String character, int units, int segments, int left) {
        Segments counted = Segments.of(character.repeat(units));
        assertThat(counted.units()).isEqualTo(units);
        assertThat(counted.count()).isEqualTo(segments);
        assertThat(counted.unitsLeft()).isEqualTo(left);
    }

    @Test
    void countsAnEmptyTextAsOne() {
        assertThat(Segments.of("")).isEqualTo(new Segments(Encoding.GSM_7, 0, 0, 1, 160));
    }

    @Test
    void cutsNoEscapedCharacterInTwo() {
        Segments counted = Segments.of("a".repeat(152) + "€" + "b".repeat(151));
        assertThat(counted).isEqualTo(new Segments(Encoding.GSM_7, 304, 305, 2, 0));
    }

    @Test
    void cutsNothingInTwoThatAReaderSeesAsOneCharacter() {
        assertThat(Segments.of("ж".repeat(65) + FAMILY + "ж".repeat(58)))
                .as("134 units, of which the first segment can take 65")
                .isEqualTo(new Segments(Encoding.UCS_2, 130, 134, 3, 65));
        assertThat(Segments.of("ж".repeat(66) + "e\u0301" + "ж".repeat(66)).count())
                .isEqualTo(3);
    }

    @Test
    void cutsBetweenTheTwoCharactersOfALineBreak() {
        assertThat(Segments.of("ж".repeat(66) + "\r\n" + "ж".repeat(66)).count())
                .isEqualTo(2);
    }

    @Test
    void cutsWhatNoSegmentHolds() {
        assertThat(Segments.of(GRAVE_HEAP)).isEqualTo(new Segments(Encoding.UCS_2, 200, 200, 3, 1));
    }
}
