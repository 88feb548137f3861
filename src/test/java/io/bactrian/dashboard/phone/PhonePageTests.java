package io.bactrian.dashboard.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class PhonePageTests extends PageTest {

    @Test
    void textsTheGatewayAndShowsWhatComesBack() throws IOException {
        String number = newUser("Frances of the phone");
        open("/phone");
        canBeUsedByEverybody("phone-whose");
        element("#number").sendKeys(number);
        button("Take it").click();
        element("#body").sendKeys("Is anybody there?", Keys.chord(Keys.CONTROL, Keys.ENTER));
        within("#screen .ours", "Is anybody there?");
        within("#screen .theirs", "Your number is recognized");
        canBeUsedByEverybody("phone");

        String id =
                api("GET", "/api/users?search=Frances%20of", null).body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        api("POST", "/api/sms/send", "{\"userId\": \"" + id + "\", \"body\": \"We are, always\"}");
        within("#screen .theirs:last-child", "We are, always");
        element("#screen a").click();
        shows("A message that came in");
    }

    @Test
    void aStrangerGetsNothingBackAndNoOtherNumberCanBeTaken() {
        open("/phone");
        element("input[value='stranger']").click();
        button("Take it").click();
        button("Hello").click();
        button("Text").click();
        within("#screen .ours", "Hello, is anybody there?");
        open("/phone");
        element("#number").sendKeys("+4722334455");
        button("Take it").click();
        shows("has to be a test number");
        assertThat(browser.driver().getCurrentUrl()).doesNotContain("4722334455");
    }
}
