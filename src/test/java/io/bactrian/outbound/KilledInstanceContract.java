package io.bactrian.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.ForkedGateway;
import io.bactrian.Gateway;
import io.bactrian.domain.MessageStatus;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.PageRequest;
import io.bactrian.provider.twilio.FakeTwilio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances share a store, and one is killed under load: the other finishes what both have acknowledged. */
abstract class KilledInstanceContract {

    private static final String PATH = "/webhooks/twilio/incoming";

    @TempDir
    private Path data;

    /** What both are started with; {@code sms.store} and where it is. */
    protected abstract String[] store();

    /** How many text. */
    protected abstract int people();

    /** How many text to each instance at the same time. */
    protected abstract int atOnce();

    /** Registers them, with the numbers of {@link Texting#number}. */
    protected abstract void addPeople(Gateway gateway);

    @Test
    void theOtherInstanceFinishesWhatAKilledOneLeft() throws Exception {
        try (FakeTwilio twilio = FakeTwilio.truthful();
                Gateway survivor = Gateway.start(data.resolve("survivor"), settings(twilio, store()))) {
            addPeople(survivor);
            List<String> acknowledged = textUntilOneIsKilled(twilio, survivor);
            // A store on a busy machine may fail a question; it is asked again.
            ConditionFactory patiently = await().atMost(Duration.ofSeconds(180)).ignoreExceptions();
            patiently.until(() -> isIdle(survivor));
            List<String> logged =
                    acknowledged.stream().filter(sid -> !isOnDisk(sid)).toList();
            assertThat(logged).hasSizeGreaterThan(acknowledged.size() / 2);
            patiently.untilAsserted(() -> assertLoggedAndSent(survivor, logged));
            Map<String, Long> sends = twilio.sendsByMessageId();
            assertThat(sends.keySet())
                    .containsAll(logged.stream().map("ack-"::concat).toList());
            sends.values().removeIf(times -> times == 1);
            assertThat(sends.keySet())
                    .as(() -> "sent more than once: " + twilio.doubled() + histories(survivor, sends.keySet()))
                    .isEmpty();
        }
    }

    private List<String> textUntilOneIsKilled(FakeTwilio twilio, Gateway survivor) throws Exception {
        Set<String> byKilled;
        Set<String> bySurvivor;
        String log = "killed-" + getClass().getSimpleName();
        try (Texting texting = new Texting(people());
                ForkedGateway killed = ForkedGateway.start(log, data.resolve("killed"), settings(twilio, store()))) {
            byKilled = texting.begin(killed::post, atOnce());
            bySurvivor = texting.begin(form -> survivor.postSigned(PATH, form).statusCode(), atOnce());
            await().atMost(Duration.ofSeconds(120)).until(() -> byKilled.size() > 40 && bySurvivor.size() > 40);
        }
        return Stream.concat(byKilled.stream(), bySurvivor.stream()).toList();
    }

    private static void assertLoggedAndSent(Gateway gateway, List<String> sids) {
        for (String sid : sids) {
            assertThat(gateway.stored(sid)).containsEntry("messageSid", sid);
            assertThat(gateway.stored("ack-" + sid)).containsEntry("status", "sent");
        }
    }

    private static List<?> histories(Gateway gateway, Set<String> ids) {
        return ids.stream()
                .map(id -> gateway.bean(MessageLog.class).status("default", id).orElseThrow())
                .toList();
    }

    /** Where the store was too slow for a webhook, it was answered when it was safe in the data folder. */
    private boolean isOnDisk(String sid) {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> says(file, sid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean says(Path file, String sid) {
        try {
            return Pattern.compile(sid + "\\b")
                    .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIdle(Gateway gateway) {
        return Stream.of(MessageStatus.QUEUED, MessageStatus.SENDING)
                .map(status -> new MessageQuery(new PageRequest("default", null, 1), status, null, null, null, null))
                .allMatch(query -> gateway.bean(MessageLog.class)
                        .outgoingPage(query)
                        .items()
                        .isEmpty());
    }

    /** A short lease, so that what a killed instance held is settled soon. */
    static String[] settings(FakeTwilio twilio, String... more) {
        return Stream.concat(
                        Stream.of(
                                "twilio.base-url=" + twilio.url(),
                                "sms.dispatch.lease=8s",
                                "sms.retry.settle-after=4s",
                                "twilio.connect-timeout=2s",
                                "twilio.read-timeout=2s"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** @param series the database's words for the numbers from 0 to one less than {@code people}, in a column n */
    static void addPeople(JdbcClient database, String series) {
        database.sql("insert into users (phone_number, name) select '+1500555' || (1000 + n), 'Somebody' from "
                        + series)
                .update();
    }
}
