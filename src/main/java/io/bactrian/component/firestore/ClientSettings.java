package io.bactrian.component.firestore;

import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/** What tells one client from another; endpoints that agree in it share one. */
record ClientSettings(String projectId, String databaseId, String serviceAccountKey, String emulatorHost) {

    private static final String EMULATOR_VARIABLE = "FIRESTORE_EMULATOR_HOST";

    static ClientSettings of(GoogleFirestoreConfiguration configuration) {
        String emulator = configuration.getEmulatorHost();
        return new ClientSettings(
                configuration.getProjectId(),
                configuration.getDatabaseId(),
                configuration.getServiceAccountKey(),
                emulator == null || emulator.isBlank() ? System.getenv(EMULATOR_VARIABLE) : emulator);
    }

    /** Connects with the first use, not before. */
    Firestore open(CamelContext context) throws IOException {
        FirestoreOptions.Builder options = FirestoreOptions.newBuilder();
        if (projectId != null) {
            options.setProjectId(projectId);
        }
        if (databaseId != null) {
            options.setDatabaseId(databaseId);
        }
        if (emulatorHost != null) {
            options.setEmulatorHost(emulatorHost).setCredentials(new FirestoreOptions.EmulatorCredentials());
        } else if (serviceAccountKey != null) {
            options.setCredentials(key(context));
        }
        return options.build().getService();
    }

    private ServiceAccountCredentials key(CamelContext context) throws IOException {
        try (InputStream key = ResourceHelper.resolveMandatoryResourceAsInputStream(context, location())) {
            return ServiceAccountCredentials.fromStream(key);
        }
    }

    /** The contract's examples give a bare path of a file, which Camel would look for in the classpath alone. */
    private String location() {
        boolean file = !serviceAccountKey.contains(":") && Files.isRegularFile(Path.of(serviceAccountKey));
        return file ? "file:" + serviceAccountKey : serviceAccountKey;
    }
}
