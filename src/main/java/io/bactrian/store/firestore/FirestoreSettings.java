package io.bactrian.store.firestore;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the documents are.
 *
 * @param projectId the Google Cloud project; an emulator takes any
 * @param databaseId empty for {@code (default)}
 * @param emulatorHost host and port of an emulator, or empty for Google's own
 * @param credentials the file of a service account's key, or empty for what the machine that it runs on is given
 */
@ConfigurationProperties("firestore")
public record FirestoreSettings(
        @DefaultValue("") String projectId,
        @DefaultValue("") String databaseId,
        @DefaultValue("") String emulatorHost,
        @DefaultValue("") String credentials) {

    public FirestoreSettings {
        projectId = projectId.strip();
        databaseId = databaseId.strip();
        emulatorHost = emulatorHost.strip();
        credentials = credentials.strip();
    }

    boolean isEmulated() {
        return !emulatorHost.isEmpty();
    }
}
