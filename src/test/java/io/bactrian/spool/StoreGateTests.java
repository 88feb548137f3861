package io.bactrian.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.domain.StoreException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoreGateTests {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final StoreGate gate = new StoreGate(nanos::get);

    @Test
    void isOpenAtFirst() {
        assertThatCode(gate::enter).doesNotThrowAnyException();
    }

    @Test
    void whoComesWhileTheStoreIsAwayIsToldSo() {
        gate.close();
        assertThatThrownBy(gate::enter)
                .isInstanceOfSatisfying(StoreException.class, away -> assertThat(away.isUnavailable())
                        .isTrue());
        gate.open();
        assertThatCode(gate::enter).doesNotThrowAnyException();
    }

    @Test
    void opensByItselfWhereNobodyDoes() {
        gate.close();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(9));
        assertThat(gate.isAway()).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(gate.isAway()).isFalse();
    }
}
