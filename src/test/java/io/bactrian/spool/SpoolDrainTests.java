package io.bactrian.spool;

import static io.bactrian.spool.SpoolTests.incoming;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.GatewaySettings;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SpoolDrainTests {

    private static final StoreException AWAY = new StoreException("log-incoming", "08006", true, null);
    private static final StoreException REFUSED = new StoreException("log-incoming", "22001", false, null);

    @TempDir
    private Path data;

    private Spool spool;
    private final StoreGate gate = new StoreGate();
    private SpoolDrain drain;

    @BeforeEach
    void open() {
        spool = new Spool(
                new GatewaySettings("http://localhost", "embedded", List.of("simulator"), data, data),
                new SpoolSettings(1000, DataSize.ofMegabytes(100)),
                Clock.systemUTC());
        drain = new SpoolDrain(spool, gate);
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
    }

    @Test
    void theMessagesOfOneNumberKeepTheirOrder() throws Exception {
        keep("SM1", "+15005550101");
        keep("SM2", "+15005550101");
        keep("SM3", "+15005550102");
        assertThat(tick("nobody")).containsExactly(List.of("SM1", "SM3"), List.of("SM2"));
    }

    @Test
    void aRecordForWhichTheStoreIsAwayHoldsUpItsOwnNumberOnly() throws Exception {
        keep("SM1", "+15005550101");
        keep("SM2", "+15005550101");
        keep("SM3", "+15005550102");
        assertThat(tick("SM1")).containsExactly(List.of("SM1", "SM3"));
        assertThat(gate.isAway()).isFalse();
        assertThat(tick("nobody")).containsExactly(List.of("SM1"), List.of("SM2"));
        assertThat(spool.state().depth()).isZero();
    }

    @Test
    void whereNothingGoesThroughTheTickEndsAndTheGateCloses() throws Exception {
        keep("SM1", "+15005550101");
        keep("SM2", "+15005550102");
        assertThat(tick("SM1", "SM2")).hasSize(1);
        assertThat(gate.isAway()).isTrue();
        assertThat(spool.state().depth()).isEqualTo(2);
        tick("nobody");
        assertThat(gate.isAway()).isFalse();
    }

    @Test
    void aRecordThatAloneIsRefusedAgainAndAgainIsGivenUp() throws Exception {
        keep("SM0", "+15005550101");
        for (int i = 1; i <= 30; i++) {
            keep("SM" + i, "+15005550102");
            assertThat(tick("SM0")).as("tick %d", i).containsExactly(List.of("SM0", "SM" + i));
        }
        drain.begin();
        drain.goesOn();
        assertThat(drain.failed(drain.round().get(0), AWAY)).isTrue();
    }

    @Test
    void whatFailsForAnotherReasonDoesNotWait() throws Exception {
        keep("SM1", "+15005550101");
        drain.begin();
        drain.goesOn();
        SpooledWork work = drain.round().get(0);
        assertThat(drain.failed(work, REFUSED)).isTrue();
        assertThat(drain.failed(work, new IllegalStateException(AWAY))).isFalse();
    }

    /** The rounds of a tick; the store is away for those. */
    private List<List<String>> tick(String... away) throws IOException {
        List<List<String>> rounds = new ArrayList<>();
        drain.begin();
        while (drain.goesOn()) {
            List<String> round = new ArrayList<>();
            for (SpooledWork work : drain.round()) {
                String sid = ((IncomingMessage) work.job()).messageSid();
                round.add(sid);
                if (!List.of(away).contains(sid)) {
                    drain.done(work);
                } else {
                    assertThat(drain.failed(work, AWAY)).isFalse();
                }
            }
            drain.end();
            rounds.add(round);
        }
        return rounds;
    }

    private void keep(String sid, String from) throws Exception {
        spool.keep(incoming(sid, from)).toCompletableFuture().get();
    }
}
