package io.bactrian.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store does that can be carried away and filled. */
public abstract class HouseContract {

    private HouseContents house;

    /** A store that holds nothing. */
    protected abstract HouseContents emptyHouse() throws Exception;

    /** The adapter's routes on that store, started. */
    protected abstract CamelContext gateway() throws Exception;

    @BeforeEach
    void open() throws Exception {
        house = emptyHouse();
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasPut(RecordKind kind) {
        List<MovedRecord> put = Belongings.of(kind, 13);
        house.put(kind, put);
        assertThat(house.count(kind)).isEqualTo(13);
        assertThat(lines(all(kind, 100))).containsExactlyInAnyOrderElementsOf(lines(put));
    }

    @ParameterizedTest
    @EnumSource
    void givesPagesThatJoinUp(RecordKind kind) {
        house.put(kind, Belongings.of(kind, 23));
        assertThat(lines(all(kind, 5))).containsExactlyElementsOf(lines(all(kind, 100)));
    }

    @Test
    void givesSeveralAttemptsOfAMessageOverSeveralPages() {
        List<MovedRecord> attempts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, Object> values =
                    new HashMap<>(Belongings.of(RecordKind.ATTEMPTS, 1).get(0).values());
            values.put("messageId", "m" + i / 5);
            values.put("number", 1 + i % 5);
            attempts.add(new MovedRecord(RecordKind.ATTEMPTS, values));
        }
        house.put(RecordKind.ATTEMPTS, attempts);
        assertThat(lines(all(RecordKind.ATTEMPTS, 3))).containsExactlyElementsOf(lines(attempts));
    }

    @Test
    void givesMessagesInTheOrderInWhichTheyWerePut() {
        List<MovedRecord> put = Belongings.of(RecordKind.OUTGOING_MESSAGES, 30);
        house.put(RecordKind.OUTGOING_MESSAGES, put);
        assertThat(all(RecordKind.OUTGOING_MESSAGES, 7)).containsExactlyElementsOf(put);
    }

    @ParameterizedTest
    @EnumSource
    void puttingTwiceChangesNothing(RecordKind kind) {
        house.put(kind, Belongings.of(kind, 4));
        house.put(kind, Belongings.of(kind, 6));
        assertThat(house.count(kind)).isEqualTo(6);
        assertThat(all(kind, 100)).containsExactlyInAnyOrderElementsOf(Belongings.of(kind, 6));
    }

    @Test
    void putsAllOrNothing() {
        List<MovedRecord> records = new ArrayList<>(Belongings.of(RecordKind.USERS, 3));
        records.add(new MovedRecord(RecordKind.USERS, Map.of("name", "nobody's number")));
        assertThatThrownBy(() -> house.put(RecordKind.USERS, records))
                .isInstanceOf(StoreException.class)
                .hasNoCause();
        assertThat(house.count(RecordKind.USERS)).isZero();
    }

    @Test
    void whoseAReceiptIsIsKnownAfterAMove() throws Exception {
        house.put(RecordKind.OUTGOING_MESSAGES, Belongings.of(RecordKind.OUTGOING_MESSAGES, 3));
        house.put(RecordKind.DELIVERY_REPORTS, Belongings.of(RecordKind.DELIVERY_REPORTS, 4));
        try (CamelContext gateway = gateway()) {
            List<?> receipts = gateway.createProducerTemplate()
                    .requestBody("direct:find-receipts", List.of("pä-0", "pä-2", "pä-3", "pä-9"), List.class);
            assertThat(receipts)
                    .extracting(receipt -> ((KnownReceipt) receipt).providerMessageId())
                    .contains("pä-0", "pä-2", "pä-3")
                    .doesNotContain("pä-9");
        }
    }

    @Test
    void isEmptyAtFirst() {
        for (RecordKind kind : RecordKind.values()) {
            assertThat(house.count(kind)).isZero();
            assertThat(house.read(kind, null, 10).records()).isEmpty();
        }
    }

    private List<MovedRecord> all(RecordKind kind, int page) {
        List<MovedRecord> records = new ArrayList<>();
        HouseContents.Batch batch = house.read(kind, null, page);
        while (!batch.records().isEmpty()) {
            records.addAll(batch.records());
            batch = house.read(kind, batch.last(), page);
        }
        return records;
    }

    private static List<String> lines(List<MovedRecord> records) {
        return records.stream().map(RecordLine::of).toList();
    }
}
