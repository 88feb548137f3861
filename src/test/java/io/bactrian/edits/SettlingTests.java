package io.bactrian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettlingTests {

    private final Settling settling = new Settling(1000);

    @Test
    void waitsUntilWhatChangesLooksTheSameTwice() {
        settling.begin("a");
        assertThat(settling.isNew("a", 0)).isFalse();
        assertThat(settling.isNew("half", 250)).isFalse();
        assertThat(settling.isNew("whole", 500)).isFalse();
        assertThat(settling.isNew("whole", 750)).isTrue();
        assertThat(settling.isNew("whole", 1000)).isFalse();
    }

    @Test
    void takesWhatGoesOnChangingAfterAWhile() {
        settling.begin("a");
        assertThat(settling.isNew("b", 250)).isFalse();
        assertThat(settling.isNew("c", 750)).isFalse();
        assertThat(settling.isNew("d", 1250)).isTrue();
        assertThat(settling.isNew("e", 1500)).isFalse();
    }

    @Test
    void forgetsWhatWasThereForAMomentOnly() {
        settling.begin("a");
        assertThat(settling.isNew("gone", 250)).isFalse();
        assertThat(settling.isNew("a", 500)).isFalse();
        assertThat(settling.isNew("a", 750)).isFalse();
    }
}
