package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.domain.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {

    private final PhoneNumbers numbers = new PhoneNumbers("US");

    @ParameterizedTest
    @CsvSource({
        "+15005550006, +15005550006",
        "+1 (500) 555-0006, +15005550006",
        "5005550006, +15005550006",
        "1-202-555-0100, +12025550100",
        "+44 20 7946 0100, +442079460100",
    })
    void readsWhatPeopleWrite(String text, String number) {
        assertThat(numbers.read(text)).contains(new PhoneNumber(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"911", "50055", "12345678", "5550100", "+1500555", "+15005550006555000", "+999", "()"})
    void readsNothingElse(String text) {
        assertThat(numbers.read(text)).isEmpty();
    }

    @Test
    void readsANumberWithoutACountryCodeAsOneOfTheDefaultRegion() {
        assertThat(new PhoneNumbers("GB").read("020 7946 0100")).contains(new PhoneNumber("+442079460100"));
    }

    @Test
    void refusesARegionThatThereIsNot() {
        assertThatThrownBy(() -> new PhoneNumbers("Europe")).hasMessageContaining("SMS_DEFAULT_REGION");
    }
}
