package io.bactrian.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Bactrian;
import io.bactrian.doctor.Diagnosis;
import io.bactrian.doctor.Setup;
import io.bactrian.doctor.Verdict;
import io.bactrian.firestore.FirestoreEmulator;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the doctor says of Firestore as the store. */
class FirestoreExaminationTests {

    @Test
    void oneThatAnswersIsRight() throws Exception {
        assertThat(examine("firestore.emulator-host", FirestoreEmulator.host()))
                .singleElement()
                .satisfies(found -> assertThat(found.verdict()).isEqualTo(Verdict.RIGHT));
    }

    @Test
    void oneThatDoesNotAnswerIsWrong() throws Exception {
        assertThat(examine("firestore.emulator-host", "localhost:1"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.verdict()).isEqualTo(Verdict.WRONG);
                    assertThat(found.says()).startsWith("Firestore does not answer");
                });
    }

    @Test
    void whatIsMissingIsTold() throws Exception {
        assertThat(examine("firestore.project-id", "")).singleElement().satisfies(found -> assertThat(found.mend())
                .contains("GOOGLE_CLOUD_PROJECT"));
        assertThat(examine("firestore.project-id", "x", "firestore.credentials", "no-such-key.json"))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.says()).contains("is no key").doesNotContain("no-such-key"));
    }

    private static List<Diagnosis> examine(String... settings) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of("sms.store", "firestore"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        return new FirestoreExamination().examine(new Setup(Bactrian.class, environment, Clock.systemUTC()));
    }
}
