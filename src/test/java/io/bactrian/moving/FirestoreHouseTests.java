package io.bactrian.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import io.bactrian.domain.StoreException;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.store.firestore.FirestoreAdapter;
import io.bactrian.store.firestore.OutgoingDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** As the command finds it: in the small context of a move. */
@ExtendWith({FirestoreEmulator.class, OutputCaptureExtension.class})
class FirestoreHouseTests extends HouseContract {

    private static final int COPIES = 1_100;
    private static final String NUMBER = "+12025550000";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private final Firestore firestore = FirestoreEmulator.client();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private ConfigurableApplicationContext context;
    private HouseContents house;

    @Override
    protected HouseContents emptyHouse() {
        context = MovingHouse.store(MovingRequest.of(inFirestore("--export=x")));
        house = context.getBean(HouseContents.class);
        return house;
    }

    @Override
    protected CamelContext gateway() throws Exception {
        return FirestoreAdapter.start(firestore);
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** Firestore keeps no order of its own, so here it is that of the times, and of the ids where those are equal. */
    @Override
    @Test
    void givesMessagesInTheOrderInWhichTheyWerePut() {
        for (RecordKind kind : List.of(RecordKind.INCOMING_MESSAGES, RecordKind.OUTGOING_MESSAGES)) {
            List<MovedRecord> inOrder = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                inOrder.add(message(kind, "m-%02d".formatted(i), NOON.plusSeconds(i / 4)));
            }
            List<MovedRecord> put = new ArrayList<>(inOrder);
            Collections.reverse(put);
            house.put(kind, put);
            assertThat(all(kind, 7)).containsExactlyElementsOf(inOrder);
        }
    }

    @Test
    void messagesThatHaveNoTimeAreNotLeftBehindInSilence() throws Exception {
        firestore
                .document("incomingMessages/SM1")
                .set(Map.of("messageSid", "SM1"))
                .get();
        assertThatThrownBy(() -> house.read(RecordKind.INCOMING_MESSAGES, null, 10))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("without receivedAt");
    }

    @Test
    void aReceiptIsOfTheMessageThatHasItAndNotOfAnotherOnesReport() throws Exception {
        MovedRecord report = new MovedRecord(
                RecordKind.DELIVERY_REPORTS,
                Map.of(
                        "messageId",
                        "m-2",
                        "provider",
                        "twilio",
                        "providerMessageId",
                        "SM1",
                        "providerStatus",
                        "sent",
                        "receivedAt",
                        NOON));
        Map<String, Object> values =
                new HashMap<>(message(RecordKind.OUTGOING_MESSAGES, "m-1", NOON).values());
        values.putAll(Map.of("provider", "twilio", "providerMessageId", "SM1", "segments", 2));
        house.put(RecordKind.OUTGOING_MESSAGES, List.of(new MovedRecord(RecordKind.OUTGOING_MESSAGES, values)));
        house.put(RecordKind.DELIVERY_REPORTS, List.of(report));
        assertThat(document("receipts/SM1").getData())
                .isEqualTo(
                        Map.of("messageId", "m-1", "provider", "twilio", "providerMessageId", "SM1", "segments", 2L));
    }

    @Test
    void attemptsOfOtherProgramsAreNoneOfOurs() throws Exception {
        for (String path : List.of("campaigns/1/attempts/1", "aaa/1/attempts/1", "outgoing/1/attempts/1")) {
            firestore.document(path).set(Map.of("number", "one")).get();
        }
        house.put(RecordKind.ATTEMPTS, Belongings.of(RecordKind.ATTEMPTS, 2));
        assertThat(house.count(RecordKind.ATTEMPTS)).isEqualTo(2);
        assertThat(all(RecordKind.ATTEMPTS, 1))
                .containsExactlyInAnyOrderElementsOf(Belongings.of(RecordKind.ATTEMPTS, 2));
    }

    @Test
    void idsThatFirestoreWouldMisreadComeBackAsTheyWere() {
        List<MovedRecord> attempts = new ArrayList<>();
        for (String id : List.of("a/b", "..", "__x__", "50% = +1", "=2B", "plain+")) {
            attempts.add(new MovedRecord(RecordKind.ATTEMPTS, Map.of("messageId", id, "number", 1)));
        }
        house.put(RecordKind.ATTEMPTS, attempts);
        assertThat(all(RecordKind.ATTEMPTS, 2)).containsExactlyInAnyOrderElementsOf(attempts);
    }

    @Test
    void aUserHasAnOptOutInTheirDocumentWhicheverComesFirst() throws Exception {
        MovedRecord user = new MovedRecord(RecordKind.USERS, Map.of("phoneNumber", NUMBER));
        MovedRecord optOut = new MovedRecord(
                RecordKind.OPT_OUTS, Map.of("phoneNumber", NUMBER, "optedOut", true, "changedAt", NOON));
        for (List<MovedRecord> order : List.of(List.of(user, optOut), List.of(optOut, user))) {
            FirestoreEmulator.wipe();
            order.forEach(moved -> house.put(moved.kind(), List.of(moved)));
            DocumentSnapshot document = document("users/" + NUMBER);
            assertThat(document.getBoolean("optedOut")).isTrue();
            assertThat(document.getTimestamp("optedOutAt"))
                    .isEqualTo(document("optOuts/" + NUMBER).getTimestamp("changedAt"));
            assertThat(document.getString("id")).hasSize(36);
            assertThat(document.getData().keySet())
                    .containsExactlyInAnyOrder(
                            "id", "phoneNumber", "name", "status", "optedOut", "optedOutAt", "tenant", "createdAt");
        }
    }

    @Test
    void allLastWordsOfANumberAreInItsDocumentToo() throws Exception {
        house.put(RecordKind.USERS, List.of(new MovedRecord(RecordKind.USERS, Map.of("phoneNumber", NUMBER))));
        List<MovedRecord> words = List.of(word("MG1", true), word("+15005550006", false), word("*", false));
        house.put(RecordKind.OPT_OUTS, words.subList(0, 2));
        house.put(RecordKind.OPT_OUTS, words);
        house.put(RecordKind.OPT_OUTS, List.of(word("*", true)));
        Map<String, Object> document = document("optOuts/" + NUMBER).getData();
        assertThat(document).containsEntry("optedOut", false).containsKey("changedAt");
        assertThat(((Map<?, ?>) document.get("senders")).keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrder("MG1", "+15005550006");
        assertThat(document("users/" + NUMBER).getBoolean("optedOut")).isTrue();
        assertThat(all(RecordKind.OPT_OUTS, 2)).containsExactlyInAnyOrderElementsOf(words);
        assertThat(house.count(RecordKind.OPT_OUTS)).isEqualTo(3);
    }

    private static MovedRecord word(String scope, boolean optedOut) {
        Map<String, Object> values =
                new HashMap<>(Map.of("phoneNumber", NUMBER, "scope", scope, "optedOut", optedOut, "changedAt", NOON));
        if (!scope.equals("*")) {
            values.put(scope.startsWith("MG") ? "service" : "sender", scope);
        }
        return new MovedRecord(RecordKind.OPT_OUTS, values);
    }

    @Test
    void aMessageIsADocumentAsTheMessagePathWritesIt() throws Exception {
        Map<String, Object> values =
                new HashMap<>(message(RecordKind.OUTGOING_MESSAGES, "m-1", NOON).values());
        values.put("priority", "low");
        values.put("kind", "api");
        values.put("channel", "sms");
        house.put(RecordKind.OUTGOING_MESSAGES, List.of(new MovedRecord(RecordKind.OUTGOING_MESSAGES, values)));
        Map<String, Object> document = document("outgoingMessages/m-1").getData();
        var documents = new OutgoingDocuments();
        firestore
                .document("path/m-1")
                .set(documents.of(documents.message(document)))
                .get();
        assertThat(document).isEqualTo(document("path/m-1").getData());
    }

    @Test
    void whatWouldNotComeBackAsItWasIsRefused() {
        for (Map<String, Object> values : List.<Map<String, Object>>of(
                Map.of("phoneNumber", NUMBER, "name", "half a \uD83D"),
                Map.of("phoneNumber", NUMBER, "createdAt", Instant.MAX),
                Map.of("phoneNumber", "1".repeat(301)))) {
            assertThatThrownBy(() -> house.put(RecordKind.USERS, List.of(new MovedRecord(RecordKind.USERS, values))))
                    .isInstanceOf(StoreException.class)
                    .hasNoCause()
                    .hasMessageNotContainingAny("555", "half");
        }
        assertThat(house.count(RecordKind.USERS)).isZero();
    }

    @Test
    void oneThatCannotBeKeptKeepsTheOthersOutInHoweverManyCommits() {
        List<MovedRecord> records = new ArrayList<>(Belongings.of(RecordKind.USERS, 600));
        records.add(new MovedRecord(RecordKind.USERS, Map.of("name", "nobody's number")));
        assertThatThrownBy(() -> house.put(RecordKind.USERS, records)).isInstanceOf(StoreException.class);
        assertThat(house.count(RecordKind.USERS)).isZero();
        house.put(RecordKind.USERS, records.subList(0, 600));
        assertThat(house.count(RecordKind.USERS)).isEqualTo(600);
    }

    @Test
    void keepsAmountsExactly() {
        List<MovedRecord> put = new ArrayList<>();
        for (String price : List.of("-0.0079", "12345678901234567.89", "1", "1E+400")) {
            Map<String, Object> values = new HashMap<>(
                    message(RecordKind.OUTGOING_MESSAGES, "m" + price, NOON).values());
            values.put("price", new BigDecimal(price));
            put.add(new MovedRecord(RecordKind.OUTGOING_MESSAGES, values));
        }
        house.put(RecordKind.OUTGOING_MESSAGES, put);
        assertThat(all(RecordKind.OUTGOING_MESSAGES, 10)).containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    void aDocumentThatIsNoSuchRecordIsRefusedAndNotQuoted() throws Exception {
        firestore.document("users/" + NUMBER).set(Map.of("name", 5550100)).get();
        assertThatThrownBy(() -> house.read(RecordKind.USERS, null, 10))
                .isInstanceOf(StoreException.class)
                .hasNoCause()
                .hasMessageContaining("field name")
                .hasMessageNotContaining("555");
    }

    @Test
    void saysWhichSettingIsMissing(CapturedOutput output) {
        int exitCode =
                run("--export=x", "--sms.store=firestore", "--firestore.project-id=", "--firestore.emulator-host=");
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(output).contains("GOOGLE_CLOUD_PROJECT");
        assertThat(printed.toString()).contains("GOOGLE_CLOUD_PROJECT").doesNotContain("DATABASE_URL");
    }

    @Test
    void carriesEverythingIntoFirestoreAndOutOfIt() throws IOException {
        String data = "--sms.data-dir=" + folder.resolve("old");
        try (ConfigurableApplicationContext store = MovingHouse.store(MovingRequest.of("--export=x", data))) {
            for (RecordKind kind : RecordKind.values()) {
                store.getBean(HouseContents.class).put(kind, Belongings.of(kind, COPIES));
            }
        }
        Path file = folder.resolve("house.jsonl");
        Path again = folder.resolve("again.jsonl.gz");
        assertThat(run("--export=" + file, data)).as(printed.toString()).isEqualTo(ExitCode.DONE);
        assertThat(run(inFirestore("--import=" + file))).as(printed.toString()).isEqualTo(ExitCode.DONE);
        assertThat(run(inFirestore("--export=" + again))).as(printed.toString()).isEqualTo(ExitCode.DONE);
        assertThat(sorted(again)).isEqualTo(sorted(file)).hasSize(1 + COPIES * RecordKind.values().length);
        assertThat(printed.toString()).doesNotContain("+1202555");
    }

    private static MovedRecord message(RecordKind kind, String id, Instant at) {
        boolean incoming = kind == RecordKind.INCOMING_MESSAGES;
        return new MovedRecord(
                kind,
                Map.of(
                        incoming ? "messageSid" : "id",
                        id,
                        incoming ? "receivedAt" : "queuedAt",
                        at,
                        "phoneNumber",
                        NUMBER,
                        "status",
                        "queued"));
    }

    private DocumentSnapshot document(String path) throws Exception {
        return firestore.document(path).get().get();
    }

    private List<MovedRecord> all(RecordKind kind, int page) {
        List<MovedRecord> records = new ArrayList<>();
        var batch = house.read(kind, null, page);
        while (!batch.records().isEmpty()) {
            records.addAll(batch.records());
            batch = house.read(kind, batch.last(), page);
        }
        return records;
    }

    private static String[] inFirestore(String asked) {
        return new String[] {
            asked,
            "--sms.store=firestore",
            "--firestore.project-id=" + FirestoreEmulator.PROJECT,
            "--firestore.emulator-host=" + FirestoreEmulator.host()
        };
    }

    private int run(String... args) {
        return MovingHouse.run(new Screen(new PrintStream(printed, true), false), args);
    }

    private static List<String> sorted(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        Manifest manifest = new HouseFile(file).read((kind, line) -> lines.add(line));
        lines.add(HouseFile.lastLine(manifest));
        lines.sort(null);
        return lines;
    }
}
