package io.bactrian.firestore;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real Firestore emulator, one for all tests of this JVM, wiped before each test. As an extension
 * ({@code @ExtendWith(FirestoreEmulator.class)}) it skips the tests of a machine that has none, with the reason.
 *
 * <p>It is the one that {@code FIRESTORE_EMULATOR_HOST} names, or else the Google Cloud CLI's, started on a free port.
 */
public final class FirestoreEmulator implements BeforeAllCallback, BeforeEachCallback {

    /** The emulator knows any project by any name; each JVM of tests has its own, should they share one emulator. */
    public static final String PROJECT = System.getProperty("firestore.test-project", "demo-bactrian");

    /** Printed once where the tests ran on an emulator, and where they did not, for the build to look for. */
    public static final String RAN = "firestore-emulator: used at ";

    public static final String SKIPPED = "firestore-emulator: none on this machine, its tests are skipped";

    private static Optional<String> host;
    private static Firestore client;

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(isThere(), SKIPPED);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        wipe();
    }

    /** Starts it when asked for the first time; false where there is none. */
    public static synchronized boolean isThere() {
        if (host == null) {
            host = Optional.ofNullable(System.getenv("FIRESTORE_EMULATOR_HOST"))
                    .or(() -> EmulatorInstall.jar().map(EmulatorProcess::start));
            System.out.println(host.map(RAN::concat).orElse(SKIPPED));
        }
        return host.isPresent();
    }

    /** Host and port, as {@code FIRESTORE_EMULATOR_HOST} has it. */
    public static String host() {
        Assumptions.assumeTrue(isThere(), SKIPPED);
        return host.orElseThrow();
    }

    /** A client of the tests' own, which passes the security rules by; one for all, never closed. */
    public static synchronized Firestore client() {
        if (client == null) {
            client = FirestoreOptions.newBuilder()
                    .setProjectId(PROJECT)
                    .setEmulatorHost(host())
                    .setCredentials(new FirestoreOptions.EmulatorCredentials())
                    .build()
                    .getService();
        }
        return client;
    }

    /** Deletes every document of the project. */
    public static void wipe() {
        URI documents =
                URI.create("http://" + host() + "/emulator/v1/projects/" + PROJECT + "/databases/(default)/documents");
        int status =
                EmulatorProcess.send(HttpRequest.newBuilder(documents).DELETE().build());
        if (status != 200) {
            throw new IllegalStateException("the emulator would not be wiped: HTTP " + status);
        }
    }
}
