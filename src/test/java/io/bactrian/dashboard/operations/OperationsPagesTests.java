package io.bactrian.dashboard.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class OperationsPagesTests extends PageTest {

    @Test
    void deadLettersAreCountedAndFiltered() throws IOException {
        open("/dead-letters?kind=notice&day=2020-01-01");
        shows("Nothing found");
        canBeUsedByEverybody("letters-empty");
        assertThat(element("#kind option[value='notice']").isSelected()).isTrue();
    }

    @Test
    void routesShowWhatRunsAndWhichVersion() throws IOException {
        open("/routes");
        shows("What runs");
        shows("takes messages");
        assertThat(browser.driver().findElements(By.cssSelector("a[href='/actuator/hawtio']")))
                .hasSize(1);
        canBeUsedByEverybody("routes");
        element("#open-deliver-message").click();
        shows("Version 1");
        shows("seda:deliver-message");
        canBeUsedByEverybody("route");
    }
}
