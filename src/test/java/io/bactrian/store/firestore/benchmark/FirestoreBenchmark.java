package io.bactrian.store.firestore.benchmark;

import com.google.cloud.firestore.Firestore;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.store.benchmark.Day;
import io.bactrian.store.benchmark.Questions;
import io.bactrian.store.firestore.FirestoreAdapter;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelContext;

/** {@code MESSAGES}: how long the emulator takes for each thing that the gateway asks of its store. */
public final class FirestoreBenchmark {

    private FirestoreBenchmark() {}

    public static void main(String[] args) throws Exception {
        int messages = Integer.parseInt(args[0]);
        Firestore firestore = FirestoreEmulator.client();
        Instant start = Instant.now();
        new FirestoreFilling(firestore, messages).fill();
        System.out.printf(
                "%nfirestore emulator, %,d messages, filled in %d s%n%n",
                messages, Duration.between(start, Instant.now()).toSeconds());
        try (CamelContext camel = FirestoreAdapter.start(firestore)) {
            // The emulator asks the whole collection again for a listener at each write, which Firestore does not.
            camel.getRouteController().stopRoute("watch-queued");
            Questions.seldom()
                    .askAll(new Day(
                            camel.createProducerTemplate(),
                            FirestoreAdapter.log(firestore),
                            FirestoreAdapter.users(firestore),
                            FirestoreAdapter.batches(firestore),
                            messages));
        }
        System.exit(0);
    }
}
