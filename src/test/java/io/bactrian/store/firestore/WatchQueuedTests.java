package io.bactrian.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.cloud.firestore.Firestore;
import io.bactrian.Gateway;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.firestore.FirestoreEmulator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that some other program puts into Firestore goes out: by the listener at once, and by the tick without it. */
class WatchQueuedTests {

    private final Firestore firestore = FirestoreEmulator.client();

    @Test
    void whatAnotherProgramQueuesGoesOutWithoutTheTick(@TempDir Path data) throws Exception {
        goesOut(data, "dispatch-every-second");
    }

    @Test
    void itGoesOutOnTheTickWhenTheListenerIsDown(@TempDir Path data) throws Exception {
        goesOut(data, "watch-queued");
    }

    private void goesOut(Path data, String stopped) throws Exception {
        FirestoreEmulator.wipe();
        try (Gateway gateway = Gateway.start(data, Gateway.onFirestore())) {
            gateway.bean(CamelContext.class).getRouteController().stopRoute(stopped);
            queueAsAnotherProgram("queued");
            await().untilAsserted(() ->
                    assertThat(gateway.stored("queued").get("sentAt")).isNotNull());
        }
    }

    private void queueAsAnotherProgram(String id) throws Exception {
        Draft draft = new Draft(
                id,
                new PhoneNumber("+15005550101"),
                null,
                Channel.SMS,
                "hello " + id,
                List.of(),
                Kind.ALERT,
                Priority.HIGH,
                null,
                null,
                null,
                "default");
        firestore
                .collection("outgoingMessages")
                .document(id)
                .create(new OutgoingDocuments().of(OutgoingMessage.queued(draft, Instant.now())))
                .get();
    }
}
