package io.bactrian.component.firestore;

import static io.bactrian.component.firestore.GoogleFirestoreConstants.DOCUMENT_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.StoreException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class GatheringTests extends FirestoreRoutes {

    private static final String CREATE = "google-firestore:users?operation=createDocument";

    @Test
    void givesEachOfManyWritesItsOwnResult() throws Exception {
        user("7").set(Map.of("n", -1)).get();

        List<Exchange> answers = atOnce(CREATE, 300);

        for (int n = 0; n < answers.size(); n++) {
            Exception failure = answers.get(n).getException();
            if (n == 7) {
                assertThat(failure).isInstanceOf(DocumentExistsException.class);
            } else {
                assertThat(failure).isNull();
            }
        }
        assertThat(firestore.collection("users").count().get().get().getCount()).isEqualTo(300);
    }

    @Test
    void givesEachOfManyLookUpsItsOwnDocument() {
        atOnce(CREATE, 100);

        List<Exchange> answers = atOnce("google-firestore:users?operation=getDocumentById", 120);

        for (int n = 0; n < 120; n++) {
            assertThat(answers.get(n).getMessage().getBody()).isEqualTo(n < 100 ? Map.of("n", (long) n) : null);
        }
    }

    @Test
    void writesOneDocumentManyTimesAtOnce() throws Exception {
        List<CompletableFuture<Exchange>> asked = IntStream.range(0, 50)
                .mapToObj(n -> begin("google-firestore:users?documentId=one", n, "one"))
                .toList();

        assertThat(asked)
                .allSatisfy(answer -> assertThat(answer.join().getException()).isNull());
        assertThat(read(user("one")).exists()).isTrue();
    }

    @Test
    void failsTheTooLargeDocumentAlone() {
        CompletableFuture<Exchange> large = template.asyncSend("google-firestore:users", exchange -> {
            exchange.getMessage().setHeader(DOCUMENT_ID, "large");
            exchange.getMessage().setBody(Map.of("text", "x".repeat(1_500_000)));
        });
        List<Exchange> others = atOnce(CREATE, 50);

        assertThat(large.join().getException()).isInstanceOf(StoreException.class);
        assertThat(others)
                .allSatisfy(answer -> assertThat(answer.getException()).isNull());
    }

    @Test
    void refusesWhatTooManyWaitBefore() {
        component.setQueueSize(1);

        List<Exchange> answers = atOnce(CREATE, 2000);

        assertThat(answers).anySatisfy(answer -> assertThat(answer.getException())
                .hasMessageContaining("too much waits")
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.isUnavailable()).isTrue()));
        assertThat(answers)
                .anySatisfy(answer -> assertThat(answer.getException()).isNull());
    }

    private List<Exchange> atOnce(String uri, int documents) {
        List<CompletableFuture<Exchange>> asked = IntStream.range(0, documents)
                .mapToObj(n -> begin(uri, n, String.valueOf(n)))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Exchange> begin(String uri, int n, String id) {
        return template.asyncSend(uri, exchange -> {
            exchange.getMessage().setHeader(DOCUMENT_ID, id);
            exchange.getMessage().setBody(Map.of("n", n));
        });
    }
}
