package io.bactrian.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.firestore.Firestore;
import io.bactrian.Bactrian;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirestoreClientTests {

    @Test
    void theGatewayDoesNotStartWithoutAProjectAndSaysWhatToSet(CapturedOutput output, @TempDir Path data) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Bactrian.class)
                        .run(
                                "--server.port=0",
                                "--sms.data-dir=" + data,
                                "--sms.store=firestore",
                                "--firestore.project-id=",
                                "--firestore.emulator-host="))
                .hasRootCauseInstanceOf(FirestoreSettingRefused.class);
        assertThat(output)
                .contains("missing: firestore.project-id (GOOGLE_CLOUD_PROJECT)")
                .contains("FIRESTORE_EMULATOR_HOST");
    }

    @Test
    void aKeyThatIsNoneIsRefusedAndNotQuoted(@TempDir Path data) {
        FirestoreSettings settings = new FirestoreSettings(
                "a-project", "", "", data.resolve("no-such-key.json").toString());
        assertThatThrownBy(() -> FirestoreClient.open(settings))
                .isInstanceOf(FirestoreSettingRefused.class)
                .hasMessageContaining("GOOGLE_APPLICATION_CREDENTIALS")
                .hasMessageNotContaining("no-such-key");
    }

    @Test
    void anEmulatorNeedsNoProject() throws Exception {
        try (Firestore client = FirestoreClient.open(new FirestoreSettings("", "", "localhost:1", ""))) {
            assertThat(client.getOptions().getProjectId()).isEqualTo("demo-bactrian");
        }
    }
}
