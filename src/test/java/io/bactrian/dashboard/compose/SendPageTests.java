package io.bactrian.dashboard.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

class SendPageTests extends PageTest {

    @Test
    void sendsATextByKeysAloneAndFollowsItToThePhoneWithinTwentySeconds() throws IOException {
        newUser("Liskov, Barbara");
        newUser("Liskov of the Very Long and Winding Name that Goes On and On and On for Ever");
        long start = System.nanoTime();
        logInAgain();
        element("nav a[href='/compose']");
        press("n");
        element("#who:focus");
        press("liskov, b");
        within("#found [aria-selected='true']", "Liskov, Barbara");
        press(Keys.ENTER);
        within(".chips", "Liskov, Barbara");
        press(Keys.ENTER);
        press("Don’t miss the boat");
        shows("1 segment");
        shows("right single quotation mark");
        button("Write it plainly").click();
        press(Keys.chord(Keys.CONTROL, Keys.ENTER));
        within("#state .badge", "delivered");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        shows("To Liskov, Barbara");
        element("#who").sendKeys("lisk");
        within("#found", "Winding");
        canBeUsedByEverybody("compose-sent");
        assertThat(api("GET", "/api/messages/outgoing?kind=manual", null).body())
                .contains("Don't miss the boat", "\"operatorId\":\"operator\"");
    }

    @Test
    void sendsToSeveralAndTellsWhoGotNothing() throws IOException {
        newUser("Cecil One");
        String opted = newUser("Cecil Two");
        open("/compose");
        Stream.of("Cecil One", "Cecil Two").forEach(this::pick);
        text(opted, "STOP");
        pickNumber("+1 (500) 555-8123");
        element("#body").sendKeys("The lift works again");
        shows("to each of 3, 3 in all");
        element(".more summary").click();
        element("#priority option[value='high']").click();
        canBeUsedByEverybody("compose");
        button("Send").click();
        shows("To 3 people");
        within("#state .badge", "done");
        shows("Not sent to these:");
        within("#outcome .note", "Cecil Two");
        canBeUsedByEverybody("compose-batch");
    }

    @Test
    void sendsToAGroup() {
        String number = newUser("Gerda Grouped");
        String id = id("/api/users?search=Gerda%20Gr", null);
        String group = id("/api/groups", "{\"name\": \"Night shift of the page\"}");
        api("PUT", "/api/groups/" + group + "/members/" + id, null);
        open("/compose");
        element("#who").sendKeys("shift of the");
        within("#found [aria-selected='true']", "1 person");
        element("#who").sendKeys(Keys.ENTER);
        within(".chips", "Night shift of the page");
        element("#body").sendKeys("The lift is out of order");
        button("Send").click();
        within("#outcome", "To Night shift of the page");
        within("#state .badge", "done");
        assertThat(text()).contains("1 delivered");
        assertThat(browser.driver().getPageSource()).doesNotContain(number);
    }

    private String id(String path, String json) {
        return api(json == null ? "GET" : "POST", path, json).body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void sendsLaterAndNotWithoutSomebody() {
        newUser("Dora Later");
        open("/compose");
        element("#body").sendKeys("Nobody gets this");
        button("Send").click();
        within("#notices", "pick somebody first");
        pick("Dora Later");
        element(".more summary").click();
        browser.driver()
                .executeScript(
                        "document.getElementById('at').value = new Date(Date.now() + 9e7).toISOString().slice(0, 16)");
        button("Send").click();
        within("#state .badge", "queued");
        within("#state", "wanted");
    }

    @Test
    void leavesOutWhoOptedOut() {
        String number = newUser("Ephraim Away");
        text(number, "STOP");
        open("/compose");
        element("#who").sendKeys("ephraim");
        within("#found", "opted out");
        element("#who").sendKeys(Keys.ENTER);
        assertThat(browser.driver().findElements(By.cssSelector(".chips li"))).isEmpty();
        element("#who").clear();
        element("#who").sendKeys("Nobody At All");
        within("#found", "Nobody’s name");
    }

    private void pick(String name) {
        element("#who").clear();
        element("#who").sendKeys(name);
        within("#found [aria-selected='true']", name);
        element("#who").sendKeys(Keys.ENTER);
        within(".chips", name);
    }

    private void pickNumber(String number) {
        element("#who").sendKeys(number);
        within("#found", "The number that you typed");
        element("#who").sendKeys(Keys.ENTER);
        within(".chips", "ends in " + number.substring(number.length() - 3));
    }
}
