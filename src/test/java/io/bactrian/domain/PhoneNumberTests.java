package io.bactrian.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "+15005550123,+1•••••••123",
        "+447700900123,+44•••••••123",
        "+359888123456,+359••••••456",
        "+79161234567,+7•••••••567",
        "12345,•••••",
        "15005550123,••••••••123",
        "US.1234567890,••••••••••890",
    })
    void showsTheCountryAndTheLastThreeDigits(String number, String masked) {
        assertThat(new PhoneNumber(number).masked()).isEqualTo(masked);
        assertThat(new PhoneNumber(number)).hasToString(masked);
    }

    @Test
    void isNeverEmpty() {
        assertThatThrownBy(() -> new PhoneNumber(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(PhoneNumber.of("")).isNull();
    }
}
