package io.bactrian.store.firestore;

import static io.bactrian.Gateway.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import io.bactrian.firestore.FirestoreEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway has written, read by a process that has Google's client and nothing of the gateway. */
@ExtendWith(FirestoreEmulator.class)
class ReadByOthersTests {

    private static final String ANN = "+15005550177";
    private static final List<String> USER =
            List.of("createdAt", "name", "optedOut", "optedOutAt", "phoneNumber", "status", "tenant");
    private static final List<String> INCOMING = List.of(
            "channel",
            "isRegistered",
            "media",
            "messageContent",
            "messageSid",
            "phoneNumber",
            "provider",
            "receivedAt",
            "responseSent",
            "tenant",
            "to");
    private static final List<String> OUTGOING = List.of(
            "attempts",
            "batchId",
            "deliveredAt",
            "errorCode",
            "errorMessage",
            "failedAt",
            "from",
            "id",
            "kind",
            "leaseOwner",
            "leaseUntil",
            "mediaUrl",
            "messageContent",
            "nextAttemptAt",
            "operatorId",
            "phoneNumber",
            "price",
            "priceUnit",
            "priority",
            "provider",
            "providerMessageId",
            "queuedAt",
            "quietHours",
            "segments",
            "sendAt",
            "sentAt",
            "status",
            "tenant",
            "validUntil");

    @TempDir
    private Path data;

    @Test
    void findsTheFieldsOfTheDesignUnderTheirIdsWithRealTimestamps() throws Exception {
        try (Gateway gateway = Gateway.start(data, Gateway.onFirestore())) {
            gateway.addUser(ANN);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> gateway.postSigned("/webhooks/twilio/incoming", text("SM1", ANN, "hello"))
                                    .statusCode()
                            == 200);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(gateway.stored("ack-SM1")).containsEntry("status", "delivered"));
        }
        Map<String, Map<String, String>> documents = readByAnother("users", "incomingMessages", "outgoingMessages");

        Map<String, String> user = documents.get("users " + ANN);
        assertThat(user).containsKeys(USER.toArray(String[]::new)).containsEntry("createdAt", "Timestamp");
        Map<String, String> incoming = documents.get("incomingMessages SM1");
        assertThat(incoming)
                .containsKeys(INCOMING.toArray(String[]::new))
                .containsEntry("receivedAt", "Timestamp")
                .containsEntry("responseSent", "Boolean");
        Map<String, String> outgoing = documents.get("outgoingMessages ack-SM1");
        assertThat(outgoing)
                .containsKeys(OUTGOING.toArray(String[]::new))
                .containsEntry("queuedAt", "Timestamp")
                .containsEntry("sentAt", "Timestamp")
                .containsEntry("deliveredAt", "Timestamp")
                .containsEntry("attempts", "Long")
                .containsEntry("status", "String");
    }

    /** The types of each document's fields, by collection and id. */
    private Map<String, Map<String, String>> readByAnother(String... collections)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                DocumentReader.class.getName(),
                FirestoreEmulator.host(),
                FirestoreEmulator.PROJECT));
        command.addAll(List.of(collections));
        Path printed = data.resolve("printed");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(printed)).isZero();
        Map<String, Map<String, String>> documents = new TreeMap<>();
        Files.readString(printed, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("field "))
                .map(line -> line.split(" "))
                .forEach(words -> documents
                        .computeIfAbsent(words[1] + " " + words[2], id -> new TreeMap<>())
                        .put(words[3], words[4]));
        return documents;
    }
}
