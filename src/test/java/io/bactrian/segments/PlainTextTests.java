package io.bactrian.segments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    /** By code point, because half of them look alike. */
    @ParameterizedTest(name = "U+{0}: {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '§',
            value = {
                "2018,'",
                "2019,'",
                "201C,\"",
                "201D,\"",
                "201E,\"",
                "00AB,\"",
                "0060,'",
                "00B4,'",
                "201A,§,§",
                "2010,-",
                "2011,-",
                "2013,-",
                "2014,-",
                "2015,-",
                "2212,-",
                "2022,-",
                "2026,...",
                "203C,!!",
                "00A0, ",
                "0009, ",
                "2003, ",
                "202F, ",
                "3000, ",
                "2028, ",
                "200B,§§",
                "FEFF,§§",
                "00AD,§§",
                "2060,§§",
                "0301,§§",
                "00E1,a",
                "00E7,c",
                "00ED,i",
                "0159,r",
                "015F,s",
                "0142,l",
                "0153,oe",
                "1EAF,a",
                "00C0,A",
                "212B,Å",
                "01FB,a",
                "FB01,fi",
                "00BD,1/2",
                "2122,TM",
                "00A9,(c)",
                "00D7,x",
                "00F7,/",
                "2260,!=",
                "2192,->",
                "FF21,A",
                "FF5E,~",
                "1D00,A",
                "2731,*",
                "3002,.",
                "FF61,.",
                "FF40,'",
                "2126,Ω",
                "00B2,2",
            })
    void hasAPlainReplacementFor(String codePoint, String plain) {
        String text = Character.toString(Integer.parseInt(codePoint, 16));
        assertThat(PlainText.of(text)).isEqualTo(plain);
        assertThat(PlainText.foreign(text)).singleElement().satisfies(foreign -> {
            assertThat(foreign.replacement()).isEqualTo(plain);
            assertThat(foreign.codePoint()).isEqualTo("U+" + codePoint);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ж", "й", "👍", "ع", "漢", "α", "°", "¨", "\u200D", "\uFE0F", "ि", "𝄞"})
    void leavesWhatHasNone(String character) {
        assertThat(PlainText.of(character)).isEqualTo(character);
        assertThat(PlainText.foreign(character)).singleElement().satisfies(foreign -> assertThat(foreign.replacement())
                .isNull());
    }

    @Test
    void leavesWhatGsm7Has() {
        String text = "Ça va? @£$¥èéùìòØøÅåΔÆæßÉ ÄÖÑÜ§¿äöñüà {[€]}\r\n\f~|^\\";
        assertThat(PlainText.of(text)).isEqualTo(text);
        assertThat(PlainText.foreign(text)).isEmpty();
    }

    @Test
    void namesEachCharacterAndItsPlace() {
        assertThat(PlainText.foreign("👍 it’s"))
                .containsExactly(
                        new ForeignCharacter(0, "👍", "U+1F44D", "THUMBS UP SIGN", null),
                        new ForeignCharacter(4, "’", "U+2019", "RIGHT SINGLE QUOTATION MARK", "'"));
    }

    @Test
    void replacesNothingByWhatGsm7DoesNotHave() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (Character.getType(character) != Character.SURROGATE && !Gsm7.has(character)) {
                PlainCharacters.of(character)
                        .ifPresent(plain -> assertThat(plain).matches(Gsm7::has, "is GSM-7"));
            }
        }
    }
}
