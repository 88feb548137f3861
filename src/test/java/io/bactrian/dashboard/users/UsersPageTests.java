package io.bactrian.dashboard.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersPageTests extends PageTest {

    private static final String LONG = "Wolfeschlegelsteinhausenbergerdorff".repeat(5);

    @Test
    void somebodyIsAddedFoundNamedAndDeactivated() throws IOException {
        add("Zora Neale", newNumber());
        shows("They are in the directory.");
        canBeUsedByEverybody("user");
        element("#name").clear();
        element("#name").sendKeys("Zora " + LONG);
        element("section[aria-labelledby='who'] form button").click();
        shows("It is changed.");
        element("button[name='status']").click();
        shows("inactive");
        open("/users");
        element("#search").sendKeys("zora");
        shows(LONG);
        canBeUsedByEverybody("users");
        element("#search").sendKeys("xyz");
        shows("Nobody found");
    }

    @Test
    void tellsWhatIsWrongWithANumber() {
        String number = newUser("Already there");
        add("Twice", number);
        shows("is somebody's already");
        assertThat(browser.driver().getPageSource()).doesNotContain(number.substring(1));
    }

    @Test
    void showsWhoOptedOutAndTheEvidence() throws IOException {
        String number = newUser("Yan who had enough");
        text(number, "STOP");
        open("/users?search=Yan");
        shows("opted out");
        element("[data-open]").click();
        shows("keyword");
        shows("STOP");
        canBeUsedByEverybody("user-opted-out");
    }

    @Test
    void aTableIsTriedAndThenImportedWithItsErrorsByLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("people.csv");
        String number = newNumber();
        Files.writeString(file, "phoneNumber;name\n" + number + ";Xenia of the table\n12;Bob\n");
        open("/import");
        element("#file").sendKeys(file.toString());
        element("button[value='true']").click();
        shows("Nothing is changed yet.");
        shows("is not a possible phone number");
        canBeUsedByEverybody("import");
        element("button[value='false']").click();
        shows("Imported");
        open("/users?search=Xenia");
        shows("Xenia of the table");
    }

    @Test
    void aGroupIsMadeAndPeopleArePutIn() throws IOException {
        newUser("Willa Cather");
        open("/groups");
        element("#name").sendKeys("Readers " + LONG.substring(0, 80));
        element("section[aria-labelledby='new'] button").click();
        shows("Nobody is in it yet");
        element("#search").sendKeys("willa");
        element("#found button").click();
        shows("1 of at most 1,000 members");
        canBeUsedByEverybody("group");
        element("[data-open]").click();
        element("button[aria-label^='Out of Readers']").click();
        shows("They are not in the group any more.");
        open("/groups");
        canBeUsedByEverybody("groups");
        element("#name").sendKeys("Readers " + LONG.substring(0, 80));
        element("section[aria-labelledby='new'] button").click();
        shows("is taken");
    }

    private void add(String name, String number) {
        open("/users");
        element("#name").sendKeys(name);
        element("#phoneNumber").sendKeys(number);
        element("section[aria-labelledby='new'] button").click();
    }
}
