package io.bactrian.store.firestore;

import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.ServiceOptions;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The client that the settings lead to; it connects when it is first used. */
final class FirestoreClient {

    private static final Duration GIVE_UP = Duration.ofSeconds(2);
    private static final String EMULATED_PROJECT = "demo-bactrian";

    private FirestoreClient() {}

    /** @throws FirestoreSettingRefused where something is missing that cannot be done without */
    static Firestore open(FirestoreSettings settings) {
        FirestoreOptions.Builder options = FirestoreOptions.newBuilder();
        options.setProjectId(project(settings));
        options.setRetrySettings(givingUp());
        if (!settings.databaseId().isEmpty()) {
            options.setDatabaseId(settings.databaseId());
        }
        if (settings.isEmulated()) {
            options.setEmulatorHost(settings.emulatorHost());
            options.setCredentials(new FirestoreOptions.EmulatorCredentials());
        } else {
            options.setCredentials(credentials(settings));
        }
        return options.build().getService();
    }

    /** Early enough for two redeliveries of a webhook within the provider's patience of 15 s. */
    private static RetrySettings givingUp() {
        return ServiceOptions.getDefaultRetrySettings().toBuilder()
                .setInitialRpcTimeoutDuration(GIVE_UP)
                .setMaxRpcTimeoutDuration(GIVE_UP)
                .setTotalTimeoutDuration(GIVE_UP)
                .build();
    }

    private static String project(FirestoreSettings settings) {
        if (!settings.projectId().isEmpty()) {
            return settings.projectId();
        }
        if (settings.isEmulated()) {
            return EMULATED_PROJECT;
        }
        throw new FirestoreSettingRefused(
                "The store firestore is chosen (sms.store), and missing: firestore.project-id (GOOGLE_CLOUD_PROJECT).",
                "Set GOOGLE_CLOUD_PROJECT to the project whose Firestore keeps the messages, or"
                        + " FIRESTORE_EMULATOR_HOST to try it on an emulator.");
    }

    private static Credentials credentials(FirestoreSettings settings) {
        try {
            return settings.credentials().isEmpty()
                    ? GoogleCredentials.getApplicationDefault()
                    : fromFile(Path.of(settings.credentials()));
        } catch (IOException e) {
            throw new FirestoreSettingRefused(
                    "The store firestore is chosen (sms.store), and "
                            + (settings.credentials().isEmpty()
                                    ? "there are no credentials for it on this machine."
                                    : "the file of firestore.credentials (GOOGLE_APPLICATION_CREDENTIALS) is no key."),
                    "Set GOOGLE_APPLICATION_CREDENTIALS to the file of a service account's key (JSON) with the role"
                            + " Cloud Datastore User.");
        }
    }

    private static Credentials fromFile(Path file) throws IOException {
        try (InputStream key = Files.newInputStream(file)) {
            return GoogleCredentials.fromStream(key);
        }
    }
}
