package io.bactrian;

import java.nio.file.Path;

/**
 * What whoever starts the gateway has to know.
 *
 * @param version of this build, or null where it does not run from a jar
 * @param url by which it is reached on this machine
 * @param routes how many files of the routes folder are loaded
 * @param operator the name
 * @param password the operator's, or null where it was not made at this start
 */
record StartupBlock(
        String version, String url, GatewaySettings settings, int routes, String operator, String password) {

    String text() {
        String block =
                """

                  Bactrian%s is up at %s

                    store     %s
                    provider  %s
                    data      %s
                    routes    %d files in %s
                    operator  %s
                """
                        .formatted(
                                version == null ? "" : " " + version,
                                url,
                                settings.store(),
                                String.join(", ", settings.providers()),
                                whole(settings.dataDir()),
                                routes,
                                whole(settings.routesDir()),
                                operator + known());
        return settings.simulated() ? block + demo() : block;
    }

    private String known() {
        return password == null
                ? ", with the password that was set, or printed at the first start"
                : ", password " + password + " (made now, and shown only here: write it down)";
    }

    private String demo() {
        return """

                  Play a text from the demo user, and see what comes back:

                    curl -d Body=Hello %s/simulator/incoming
                """
                .formatted(url);
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    @Override
    public String toString() {
        return "StartupBlock[" + url + "]";
    }
}
