package io.bactrian;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartupBlockTests {

    private static final String URL = "http://localhost:8080";

    @Test
    void tellsWhatRunsAndWhere() {
        assertThat(block("1.2.3", null).text())
                .contains("Bactrian 1.2.3 is up at http://localhost:8080\n")
                .contains("store     embedded\n")
                .contains("provider  simulator\n")
                .contains("data      " + Path.of("data").toAbsolutePath() + "\n")
                .contains("routes    42 files in " + Path.of("routes").toAbsolutePath() + "\n");
    }

    @Test
    void showsAPasswordThatWasMadeAtThisStartAndNoneAfterwards() {
        assertThat(block(null, "made-now").text()).contains("operator  boss, password made-now (made now");
        assertThat(block(null, null).text())
                .contains("operator  boss, with the password that was set, or printed at the first start\n");
    }

    @Test
    void offersToPlayATextOnlyWhereTheSimulatorRuns() {
        assertThat(block(null, null).text()).contains("curl -d Body=Hello http://localhost:8080/simulator/incoming\n");
        assertThat(block("twilio", null, null).text()).doesNotContain("curl");
    }

    @Test
    void leavesTheVersionOutWhereThereIsNone() {
        assertThat(block(null, null).text()).contains("  Bactrian is up at ");
    }

    @Test
    void isNotPrintedWithItsPasswordByAccident() {
        assertThat(block(null, "made-now")).asString().doesNotContain("made-now");
    }

    private static StartupBlock block(String version, String password) {
        return block("simulator", version, password);
    }

    private static StartupBlock block(String provider, String version, String password) {
        GatewaySettings settings = new GatewaySettings(
                "https://gateway.example", "embedded", List.of(provider), Path.of("data"), Path.of("routes"));
        return new StartupBlock(version, URL, settings, 42, "boss", password);
    }
}
