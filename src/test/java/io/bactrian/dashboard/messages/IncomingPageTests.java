package io.bactrian.dashboard.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class IncomingPageTests extends PageTest {

    @Test
    void showsATextAsItComesInAndIsUsableByEverybody() throws IOException {
        String number = newUser("Ada");
        open("/incoming");
        text(number, "Is the shop open on Sunday?");
        shows("Is the shop open on Sunday?");
        shows("acknowledged");
        text(newNumber(), "A stranger with a very long text. ".repeat(20));
        shows("A stranger");
        canBeUsedByEverybody("incoming");
    }

    @Test
    void findsATextByItsWords() {
        String number = newUser("Grace");
        text(number, "Where is the harbour?");
        text(number, "Thanks a lot");
        open("/incoming?text=harbour");
        assertThat(text()).contains("harbour").doesNotContain("Thanks a lot");
        element("#text").clear();
        element("#text").sendKeys("nobody wrote this");
        shows("Nothing found");
    }
}
