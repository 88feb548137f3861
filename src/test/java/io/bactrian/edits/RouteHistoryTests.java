package io.bactrian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteHistoryTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String PATH = "inbound/say-hello.camel.yaml";

    @TempDir
    private Path folder;

    @Test
    void keepsTheLastGoodVersionsAndGoesOnCounting() {
        RouteHistory history = history();
        for (int i = 1; i <= 5; i++) {
            history.keep(new RouteText(PATH, text("say-hello", i)), Origin.FILE);
            history.keep(new RouteText(PATH, text("say-hello", i)), Origin.FILE);
        }
        assertThat(history.of(PATH)).extracting(RouteVersion::version).containsExactly(5, 4, 3);
        assertThat(history().of(PATH)).isEqualTo(history.of(PATH));
        assertThat(history().latest(PATH)).get().satisfies(last -> {
            assertThat(last.since()).isEqualTo(NOW);
            assertThat(last.by()).isEqualTo("file");
            assertThat(last.routes()).containsExactly("say-hello");
            assertThat(last.text()).isEqualTo(text("say-hello", 5));
        });
    }

    @Test
    void knowsInWhichFileARouteWasLast() {
        RouteHistory history = history();
        history.keep(new RouteText(PATH, text("say-hello", 1)), Origin.START);
        assertThat(history.fileOf("say-hello")).contains(PATH);
        assertThat(history.fileOf("nobody")).isEmpty();
    }

    @Test
    void isReadByItsOwnerOnly() throws IOException {
        history().keep(new RouteText(PATH, text("say-hello", 1)), Origin.START);
        try (Stream<Path> all = Files.walk(folder.resolve("history"))) {
            assertThat(all.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    private RouteHistory history() {
        return new RouteHistory(
                folder.resolve("history"),
                3,
                JsonMapper.builder().findAndAddModules().build(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String text(String id, int edit) {
        return "- route:\n    id: " + id + "\n    description: " + edit + "\n";
    }
}
