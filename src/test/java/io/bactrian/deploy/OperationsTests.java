package io.bactrian.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for operators name is there. */
class OperationsTests {

    private static final Pattern SETTING =
            Pattern.compile("\\b(?:SMS|TWILIO|OPERATOR|DATABASE|FIRESTORE)_[A-Z0-9]+(?:_[A-Z0-9]+)*\\b(?!…)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** Comes with the alerts themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/operations.md",
                "deploy/README.md",
                "deploy/.env.example",
                "deploy/kubernetes/README.md",
                "benchmark/backup/README.md"
            })
    void namesSettingsAndFilesThatThereAre(String page) {
        String text = Manifests.text(Path.of(page));
        assertThat(SETTING.matcher(text).results().map(found -> found.group())).isSubsetOf(Manifests.settings());
        assertThat(LINK.matcher(text).results().map(found -> Path.of(page)
                        .resolveSibling(found.group(1))
                        .normalize()))
                .allSatisfy(file -> assertThat(file).exists());
    }
}
