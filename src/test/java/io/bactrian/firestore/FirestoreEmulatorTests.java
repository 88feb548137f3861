package io.bactrian.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.DocumentReference;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FirestoreEmulator.class)
class FirestoreEmulatorTests {

    private final DocumentReference document =
            FirestoreEmulator.client().collection("things").document("one");

    @Test
    void keepsWhatIsWritten() throws Exception {
        document.set(Map.of("a", 1)).get();

        assertThat(document.get().get().getLong("a")).isEqualTo(1);
    }

    @Test
    void isEmptyAfterAWipe() throws Exception {
        document.set(Map.of("a", 1)).get();

        FirestoreEmulator.wipe();

        assertThat(document.get().get().exists()).isFalse();
    }
}
