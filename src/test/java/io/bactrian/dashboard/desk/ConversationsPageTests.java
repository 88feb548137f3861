package io.bactrian.dashboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class ConversationsPageTests extends PageTest {

    private static final String LONG_NAME =
            "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of the Northern Harbour";

    @Test
    void answersWhoTextedAndFollowsTheAnswerToItsDelivery() throws IOException {
        String number = newUser("Ada of the desk");
        open("/conversations");
        text(number, "When do you open?");
        shows("When do you open?");
        shows("unread");
        text(newUser(LONG_NAME), "A question that is long. ".repeat(30));
        shows(LONG_NAME);
        canBeUsedByEverybody("conversations");

        follow("Ada of the desk");
        shows("they");
        element("#body").sendKeys("We open at nine");
        shows("1 segment");
        shows("about 0.0083 USD");
        element("#body").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        within("li.ours", "We open at nine");
        within("li.ours:last-child .badge", "delivered");
        assertThat(element("#body").getAttribute("value")).isEmpty();
        text(number, "Thank you");
        within("li.theirs", "Thank you");
        canBeUsedByEverybody("conversation");
        open("/conversations?show=unread");
        shows("Conversations");
        assertThat(text()).doesNotContain("Ada of the desk");
    }

    @Test
    void isAssignedNotedClosedAndOpenedByTheNextText() {
        String number = newUser("Grace of the desk");
        text(number, "My parcel is lost");
        open("/conversations?show=nobodys");
        follow("Grace of the desk");
        button("I see to it").click();
        shows("operator gave it to operator");
        element("#text").sendKeys("Asked the carrier");
        button("Keep the note").click();
        shows("Asked the carrier");
        open("/conversations?show=mine");
        follow("Grace of the desk");
        button("Close").click();
        shows("operator closed it");
        open("/conversations?show=closed");
        shows("Grace of the desk");
        text(number, "It is there now");
        open("/conversations?show=open");
        shows("It is there now");
    }

    @Test
    void insertsACannedReplyAndWarnsOfTheCharacterThatHalvesTheRoom() {
        assertThat(api("POST", "/api/replies", "{\"name\": \"Sorry\", \"text\": \"We’re sorry\"}")
                        .statusCode())
                .isEqualTo(201);
        String number = newUser("Edsger of the desk");
        text(number, "This is bad");
        open("/conversations");
        follow("Edsger of the desk");
        element(".canned summary").click();
        button("Sorry").click();
        assertThat(element("#body").getAttribute("value")).isEqualTo("We’re sorry");
        shows("right single quotation mark");
        button("Write it plainly").click();
        assertThat(element("#body").getAttribute("value")).isEqualTo("We're sorry");
    }

    @Test
    void tellsWhyAnAnswerCannotBeSentAndKeepsIt() {
        String number = newUser("Alan of the desk");
        text(number, "STOP");
        open("/conversations");
        follow("Alan of the desk");
        shows("They opted out");
        element("#body").sendKeys("One more word");
        button("Send").click();
        element("#notices .bad");
        assertThat(element("#body").getAttribute("value")).isEqualTo("One more word");
    }
}
