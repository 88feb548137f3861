package io.bactrian.dashboard.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OutgoingPageTests extends PageTest {

    /** The simulator's number to which nothing can be sent. */
    private static final String INVALID = "+15005550001";

    @Test
    void followsAMessageToItsDelivery() throws IOException {
        String number = newNumber();
        open("/outgoing");
        send(number, "The harbour opens at nine");
        shows("The harbour opens at nine");
        element("tr:first-child [data-open]").click();
        shows("delivered");
        shows("What happened");
        shows("the provider took it");
        canBeUsedByEverybody("message");
        open("/outgoing?status=delivered&text=harbour");
        shows("The harbour opens at nine");
        canBeUsedByEverybody("outgoing");
    }

    @Test
    void tellsWhyAMessageFailedAndSendsItAgain() throws IOException {
        send(INVALID, "To nobody at all");
        open("/outgoing?status=failed");
        element("[data-open]").click();
        shows("It was not sent.");
        canBeUsedByEverybody("message-failed");
        String failed = browser.driver().getCurrentUrl();
        element(".actions form button").click();
        shows("To nobody at all");
        assertThat(browser.driver().getCurrentUrl()).contains("/outgoing/msg-").isNotEqualTo(failed);
        assertThat(api("GET", "/api/audit?operation=retry-message", null).body())
                .contains("\"via\":\"session\"");
    }

    @Test
    void anAdminSeesANumberForAReasonThatIsKept() {
        String number = newNumber();
        String id = send(number, "Who was that?");
        open("/outgoing/" + id);
        assertThat(browser.driver().getPageSource()).doesNotContain(number);
        element("#reason").sendKeys("A threat that has to be told to the police");
        element("section[aria-labelledby='reveal'] button").click();
        shows(number);
        assertThat(api("GET", "/api/audit?operation=reveal-number", null).body())
                .contains("A threat that has to be told", id)
                .doesNotContain(number.substring(1));
    }

    private String send(String number, String text) {
        String answer = api("POST", "/api/sms/send", "{\"to\": \"" + number + "\", \"body\": \"" + text + "\"}")
                .body();
        return answer.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }
}
