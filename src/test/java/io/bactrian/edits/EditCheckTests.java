package io.bactrian.edits;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.Bactrian;
import io.bactrian.camel.CheckCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an edit is refused for, and what it is told, without a gateway. */
class EditCheckTests {

    private static final Path FOLDER = Path.of("routes");
    private static final String RECEIVE = "inbound/receive-message.camel.yaml";
    private static final EditCheck CHECK = Checks.of(FOLDER);

    private final Map<String, String> running = chosen();

    private static Map<String, String> chosen() {
        Map<String, String> texts = new FolderScan(FOLDER).texts().orElseThrow();
        texts.keySet().removeIf(path -> path.startsWith("store/firestore/"));
        return texts;
    }

    @ParameterizedTest
    @EnumSource(BrokenEdit.class)
    void refusesABrokenEditAndSaysWhy(BrokenEdit edit) {
        Map<String, String> wanted = new TreeMap<>(running);
        wanted.put(RECEIVE, edit.of(running.get(RECEIVE)));
        Judgement judgement = Judgement.of(CHECK, running, wanted);
        assertThat(judgement.taken()).isEmpty();
        assertThat(judgement.refused().get(RECEIVE))
                .anySatisfy(finding -> assertThat(finding.message()).contains(edit.said()))
                .allSatisfy(finding -> assertThat(finding.line()).isPositive());
    }

    @Test
    void takesTheGoodOfSeveralEdits() {
        Map<String, String> wanted = new TreeMap<>(running);
        String send = "outbound/send-message.camel.yaml";
        wanted.put(RECEIVE, BrokenEdit.UNKNOWN_BEAN.of(running.get(RECEIVE)));
        wanted.put(send, running.get(send) + "# edited\n");
        Judgement judgement = Judgement.of(CHECK, running, wanted);
        assertThat(judgement.taken()).containsExactly(send);
        assertThat(judgement.refused()).containsOnlyKeys(RECEIVE);
    }

    @Test
    void refusesWithABrokenFileWhatCallsWhatOnlyItWouldServe() {
        Map<String, String> wanted = new TreeMap<>(running);
        String caller = "inbound/first.camel.yaml";
        wanted.put(caller, route("first", "direct:second"));
        wanted.put("inbound/second.camel.yaml", route("second", "dirct:nobody"));
        assertThat(Judgement.of(CHECK, running, wanted).refused())
                .containsOnlyKeys(caller, "inbound/second.camel.yaml");
        wanted.put("inbound/second.camel.yaml", route("second", "direct:send-message"));
        assertThat(Judgement.of(CHECK, running, wanted).refused()).isEmpty();
    }

    @Test
    void keepsAStatementThatARouteRuns() {
        Map<String, String> wanted = new TreeMap<>(running);
        wanted.remove("store/sql/find-user.sql");
        assertThat(Judgement.of(CHECK, running, wanted).refused().get("store/sql/find-user.sql"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("store/sql/find-user.camel.yaml runs it"));
    }

    @Test
    void keepsTheRoutesByWhichWorkComesIn() {
        Map<String, String> wanted = new TreeMap<>(running);
        String entrance = "provider/twilio/receive-from-twilio.camel.yaml";
        wanted.remove(entrance);
        assertThat(Judgement.of(CHECK, running, wanted).refused().get(entrance))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("the route receive-from-twilio"));
    }

    @Test
    void isAskedFromTheCommandLineToo(@TempDir Path copy) throws IOException {
        LiveEditTests.copyRoutes(copy);
        String[] command = {"--check-routes=" + copy};
        assertThat(CheckCommand.isAskedFor(command)).isTrue();
        assertThat(CheckCommand.run(Bactrian.class, command)).isZero();
        Files.writeString(copy.resolve(RECEIVE), BrokenEdit.UNKNOWN_BEAN.of(running.get(RECEIVE)));
        assertThat(CheckCommand.run(Bactrian.class, command)).isEqualTo(1);
    }

    private static String route(String id, String target) {
        return """
                - route:
                    id: %s
                    description: Calls another
                    group: inbound
                    from:
                      uri: direct:%s
                      steps:
                        - to:
                            uri: %s
                """
                .formatted(id, id, target);
    }
}
