package io.bactrian.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeechTests {

    @Test
    void writesATextAsTwimlThatSaysIt() {
        assertThat(Speech.document("Grüße \uD83D\uDE00"))
                .isEqualTo("<Response><Say>Grüße \uD83D\uDE00</Say></Response>");
    }

    @Test
    void leavesNoTextToBeTakenForAnInstruction() {
        assertThat(Speech.document("</Say><Dial>+1</Dial> & ]]>"))
                .isEqualTo("<Response><Say>&lt;/Say&gt;&lt;Dial&gt;+1&lt;/Dial&gt; &amp; ]]&gt;</Say></Response>");
    }

    @Test
    void countsTheWholeDocument() {
        int frame = Speech.document("").length();
        assertThat(Speech.fits("x".repeat(Speech.MOST_CHARACTERS - frame))).isTrue();
        assertThat(Speech.fits("x".repeat(Speech.MOST_CHARACTERS - frame + 1))).isFalse();
        assertThat(Speech.fits("&".repeat((Speech.MOST_CHARACTERS - frame) / 5 + 1)))
                .isFalse();
    }

    @Test
    void knowsWhatNoDocumentCanHold() {
        assertThat(Speech.isSayable("one\ttwo\r\nthree \uFFFD \uD83D\uDE00")).isTrue();
        for (String text : new String[] {"\u0000", "\u0007", "\u001B", "\uFFFE", "\uD83D"}) {
            assertThat(Speech.isSayable("a" + text))
                    .as("U+%04x", (int) text.charAt(0))
                    .isFalse();
        }
    }
}
