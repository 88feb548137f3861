package io.bactrian.camel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RetiredTests {

    private final List<String> ended = new ArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean(true);

    @Test
    void waitsUntilTheLastExchangeHasLeft() {
        Retired retired = new Retired(1);
        retired.add(false, busy::get, () -> ended.add("old"));
        sweepOnce(retired);
        assertThat(ended).isEmpty();
        busy.set(false);
        sweepOnce(retired);
        assertThat(ended).containsExactly("old");
    }

    @Test
    void letsNothingGoThatAnOlderVersionMayStillCall() {
        Retired retired = new Retired(1);
        retired.add(false, busy::get, () -> ended.add("caller"));
        retired.nextEdit();
        retired.add(true, () -> false, () -> ended.add("called"));
        retired.add(false, () -> false, () -> ended.add("alone"));
        sweepOnce(retired);
        assertThat(ended).containsExactly("alone");
        busy.set(false);
        sweepOnce(retired);
        assertThat(ended).containsExactly("alone", "caller", "called");
    }

    /** Long enough after the last one for a nanosecond to have passed. */
    private static void sweepOnce(Retired retired) {
        long now = System.nanoTime();
        while (System.nanoTime() - now < 1000) {
            Thread.onSpinWait();
        }
        retired.sweep();
    }
}
