package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=2 | 2",
                "WAIT = 2 | 2",
                "respond-async, wait=10 | 10",
                "return=minimal; foo, wait=\"3\" | 3",
                "respond-async | 0",
                "wait=0 | 0",
            })
    void isWhatTheCallerSays(String prefer, int seconds) {
        assertThat(Patience.of(prefer)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait=soon", "wait=-1", "await=2", "wait=99999999", "not-respond-async"})
    void isEndlessWhereTheCallerSaysNothingThatCanBeRead(String prefer) {
        assertThat(Patience.of(prefer)).isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void isEndlessWhereTheCallerSaysNothing() {
        assertThat(Patience.of(null)).isGreaterThan(Duration.ofHours(1));
    }
}
