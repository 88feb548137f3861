package io.bactrian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.api.ApiClient;
import io.bactrian.api.ApiTest;
import io.bactrian.web.Contract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;

/** The page at {@code /api}. */
@ApiTest
class ContractPageTests {

    @Autowired
    private ApiClient api;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.start();
        browser.driver().get("http://localhost:" + api.port() + "/api");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsEveryOperationOfTheContractAndLoadsNothingButItself() {
        assertThat(browser.driver().findElements(By.cssSelector("[data-operation]")).stream()
                        .map(article -> article.getAttribute("data-operation")))
                .containsExactlyInAnyOrderElementsOf(new Contract()
                        .calls().stream().map(Contract.Call::operationId).toList());
        WebElement send = browser.driver().findElement(By.id("send-sms"));
        send.findElement(By.tagName("summary")).click();
        assertThat(send.getText()).contains("POST", "/api/sms/send", "sms:send", "curl -X POST", "userId", "422");
        assertThat(browser.driver()
                        .executeScript("return performance.getEntriesByType('resource').filter(entry =>"
                                + " !entry.name.startsWith('data:')).length"))
                .isEqualTo(0L);
        assertThat(send.getCssValue("border-top-style"))
                .as("its style is applied")
                .isEqualTo("solid");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void canBeReadByEverybodyOnEverything() throws IOException {
        browser.driver().executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");
        for (Dimension size : new Dimension[] {Browser.DESK, Browser.PHONE}) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.look(size, dark);
                browser.picture("contract-" + size.width + (dark ? "-dark" : "-light"));
                Object wide = browser.driver()
                        .executeScript("return document.documentElement.scrollWidth - window.innerWidth");
                assertThat((Long) wide).as("pixels beyond the edge at %s", size).isLessThanOrEqualTo(0);
                browser.assertAccessible();
            }
        }
        browser.driver().executeScript("document.getElementById('send-sms').scrollIntoView()");
        browser.picture("contract-phone-send");
    }
}
