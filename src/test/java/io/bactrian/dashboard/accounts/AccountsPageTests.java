package io.bactrian.dashboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class AccountsPageTests extends PageTest {

    private static final String PASSWORD = "nine-blue-herons-sing";

    @Test
    void anAdminMakesAnAccountWhichDoesWhatItsRoleMayAndIsOutWhenDisabled() throws IOException {
        open("/accounts");
        make("ada", "operator", PASSWORD);
        shows("The account ada is made.");
        canBeUsedByEverybody("accounts");
        String admin = browser.driver().manage().getCookieNamed("bactrian").getValue();

        browser.driver().manage().deleteAllCookies();
        logIn("Ada", PASSWORD);
        element("nav a[href='/outgoing']");
        assertThat(browser.driver().findElements(By.cssSelector("nav a[href='/accounts']")))
                .isEmpty();
        open("/accounts");
        shows("You may not do this");

        assertThat(api("PATCH", "/api/accounts/ada", "{\"active\": false}").statusCode())
                .isEqualTo(200);
        open("/outgoing");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/login");
        logIn("ada", PASSWORD);
        shows("The name or the password is wrong.");
        assertThat(admin).isNotEmpty();
        assertThat(api("GET", "/api/audit?operation=create-account", null).body())
                .contains("\"via\":\"session\"", "\"target\":\"ada\"")
                .doesNotContain(PASSWORD);
    }

    @Test
    void tellsWhatIsWrongWithANewAccount() {
        open("/accounts");
        make("grace", "ops", "password1234");
        shows("is one that anybody can guess");
        make("operator", "ops", PASSWORD);
        shows("is somebody's already");
    }

    private void make(String name, String role, String password) {
        element("#name").clear();
        element("#name").sendKeys(name);
        element("#role option[value='" + role + "']").click();
        element("#new-password").sendKeys(password);
        element("section[aria-labelledby='new'] button").click();
    }
}
