package io.bactrian.dashboard.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OverviewPageTests extends PageTest {

    @Test
    void countsATextAsItComesInAndIsUsableByEverybody() throws IOException {
        open("/overview");
        int before = Integer.parseInt(element("#in").getText());
        text(newUser("Count"), "One more");
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> Integer.parseInt(element("#in").getText()) > before);
        assertThat((Long) browser.driver()
                        .executeScript("return document.querySelectorAll('[data-chart] canvas').length"))
                .isEqualTo(2);
        canBeUsedByEverybody("overview");
    }

    @Test
    void itsDaysAreAFile() {
        open("/overview");
        Object csv = browser.driver()
                .executeAsyncScript("const done = arguments[0]; fetch('/overview/days.csv').then(async answer =>"
                        + " done(answer.headers.get('content-type') + ' ' + await answer.text()))");
        assertThat(csv.toString()).startsWith("text/csv").contains("delivered");
    }
}
