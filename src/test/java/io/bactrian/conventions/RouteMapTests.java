package io.bactrian.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.routecheck.RouteFile;
import io.bactrian.routecheck.RouteMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The route map in docs/ shows the routes as they are. */
class RouteMapTests {

    private static final Path FILE = Path.of("docs", "route-map.md");
    private static final String WRITE = "route-map.write";

    @Test
    void isDrawnFromTheRoutesAsTheyAre() throws IOException {
        String drawn = RouteMap.markdown(RoutesFolder.all(), Policies.read());
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, drawn);
        }
        assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
                .as(FILE + " is stale; this draws it anew: mvn test -Dtest=RouteMapTests -D" + WRITE + "=true")
                .isEqualTo(drawn);
    }

    @Test
    void isTheSameInWhateverOrderTheFilesAreRead() {
        List<RouteFile> files = new ArrayList<>(RoutesFolder.all());
        String drawn = RouteMap.markdown(files, Policies.read());
        Collections.reverse(files);
        assertThat(RouteMap.markdown(files, Policies.read())).isEqualTo(drawn);
    }

    @Test
    void showsEveryRoute() {
        String drawn = RouteMap.markdown(RoutesFolder.all(), Policies.read());
        assertThat(RoutesFolder.all()).isNotEmpty().allSatisfy(file -> assertThat(drawn)
                .contains("](../routes/" + file.path() + ")"));
    }
}
