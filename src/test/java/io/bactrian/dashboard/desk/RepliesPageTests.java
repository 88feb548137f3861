package io.bactrian.dashboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RepliesPageTests extends PageTest {

    @Test
    void keepsChangesAndDeletesATextThatIsUsedAgain() throws IOException {
        open("/replies");
        add("Opening hours", "We are open from nine to five.");
        shows("It is there for everybody.");
        canBeUsedByEverybody("replies");
        add("Opening hours", "Never");
        element(".note.bad");
        assertThat(element("section[aria-labelledby='new'] textarea").getAttribute("value"))
                .isEqualTo("Never");

        element("summary[aria-label='Change Opening hours']").click();
        element("td textarea").clear();
        element("td textarea").sendKeys("We are open all day.");
        button("Save").click();
        shows("We are open all day.");
        element("summary[aria-label='Change Opening hours']").click();
        element("button[aria-label='Delete Opening hours']").click();
        shows("It is gone.");
        assertThat(text()).doesNotContain("We are open all day.");
    }

    private void add(String name, String text) {
        element("#name").clear();
        element("#name").sendKeys(name);
        element("section[aria-labelledby='new'] textarea").sendKeys(text);
        button("Add").click();
    }
}
