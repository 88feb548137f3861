package io.bactrian.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTests {

    @ParameterizedTest
    @CsvSource({
        "to=+15005550100,to=+1•••••••100",
        "To=%2B15005550100&Body=x,To=+1•••••••100&Body=x",
        "whatsapp:+442071838750.,whatsapp:+44•••••••750.",
        "'number 15005550100, again','number +1•••••••100, again'",
        "+1500555010099,+1•••••••••099",
    })
    void masksWhatLooksLikeANumber(String text, String masked) {
        assertThat(Mask.numbersIn(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "SM00112233445566778899aabbccddeeff",
        "ack-SM01234567890123456789012345678901",
        "took 123456789 ns",
        "2026-11-20T12:00:00.000Z",
        "port 8080 + 20",
    })
    void leavesIdsAndTimesAlone(String text) {
        assertThat(Mask.numbersIn(text)).isEqualTo(text);
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(Mask.numbersIn(null)).isNull();
    }
}
