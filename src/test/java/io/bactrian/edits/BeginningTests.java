package io.bactrian.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is loaded at the start where a file is broken. */
class BeginningTests {

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    private RouteEdits edits;

    @BeforeEach
    void copy() throws IOException {
        LiveEditTests.copyRoutes(folder);
        edits = new RouteEdits(
                Checks.of(folder),
                new RouteFiles(Checks.gateway(folder)),
                new RouteHistory(
                        data, 3, JsonMapper.builder().findAndAddModules().build(), Clock.systemUTC()),
                new EditMetrics(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }

    @Test
    void aBrokenFileCostsItsOwnRoutesAndThoseThatCallThem() throws IOException {
        int whole = edits.begin().size();
        write("inbound/broken.camel.yaml", "- route:\n    idd: broken\n");
        write(
                "inbound/calls-broken.camel.yaml",
                LiveEditTests.hello("calls-broken")
                        .replace("log:\n", "to:\n            uri: direct:broken\n        - log:\n"));
        write("inbound/sound.camel.yaml", LiveEditTests.hello("sound"));
        assertThat(edits.begin()).hasSize(whole + 1);
        assertThat(edits.refusals())
                .extracting(Refusal::file)
                .containsExactly("inbound/broken.camel.yaml", "inbound/calls-broken.camel.yaml");
    }

    @Test
    void aBrokenFileOfTheCoreFlowStopsTheStart() throws IOException {
        String path = "store/sql/find-user.camel.yaml";
        write(path, Files.readString(folder.resolve(path)).replace("uri: sql-group:", "uri: sqlgroup:"));
        assertThatThrownBy(edits::begin)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("routes/store/sql/find-user.camel.yaml:8: there is no component `sqlgroup`");
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }
}
