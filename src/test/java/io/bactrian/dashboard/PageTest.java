package io.bactrian.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.browser.Browser;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.UserStatus;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the test of a page stands on: a gateway that all of them share, a browser of the class with the operator logged
 * in, and the looks that every page has to bear. Tests share the data too, so each texts numbers of its own
 * ({@link #newNumber}).
 */
@DashboardTest
public abstract class PageTest {

    /** A number as nothing but the store and the provider may have it. */
    private static final Pattern RAW_NUMBER = Pattern.compile("(\\+|%2B|&#43;)?1500555\\d{4}");

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    protected static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private UserDirectory users;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void logIn() {
        browser.look(Browser.DESK, false);
        browser.driver().manage().deleteAllCookies();
        logIn("operator", DashboardWorld.PASSWORD);
        element("nav a[href='/incoming']"); // who is in sees it; before that there is no session's cookie
        browser.complaints();
    }

    protected void logIn(String name, String password) {
        open("/login");
        element("#username").sendKeys(name);
        element("#password").sendKeys(password);
        element("form button").click();
    }

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    protected void open(String path) {
        browser.driver().get(url(path));
    }

    /** The first of its kind, once it is there and can be seen. */
    protected WebElement element(String css) {
        return within().until(driver -> driver.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    /** Waits until the page shows the words. */
    protected void shows(String words) {
        within().withMessage("no " + words).until(driver -> text().contains(words));
    }

    /** Waits until something of that kind has the words. */
    protected void within(String css, String words) {
        within().withMessage("no " + words + " in " + css)
                .until(driver -> driver.findElements(By.cssSelector(css)).stream()
                        .anyMatch(
                                found -> found.isDisplayed() && found.getText().contains(words)));
    }

    /** Follows a link by its words; a list that is just drawn anew is no hindrance. */
    protected void follow(String words) {
        within().until(driver -> {
            driver.findElement(By.linkText(words)).click();
            return true;
        });
    }

    /** A button that begins with the words, once it can be seen. */
    protected WebElement button(String words) {
        return within().until(driver -> driver.findElements(By.tagName("button")).stream()
                .filter(button -> button.isDisplayed() && button.getText().startsWith(words))
                .findFirst()
                .orElse(null));
    }

    /** Keys, to whatever has the focus. */
    protected void press(CharSequence keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    protected void logInAgain() {
        browser.driver().manage().deleteAllCookies();
        logIn("operator", DashboardWorld.PASSWORD);
    }

    protected String text() {
        return browser.driver().findElement(By.tagName("body")).getText();
    }

    private WebDriverWait within() {
        WebDriverWait wait = new WebDriverWait(browser.driver(), Duration.ofSeconds(10), Duration.ofMillis(50));
        // between two pages the driver fails in more ways than the one that it has a name for
        wait.ignoring(WebDriverException.class);
        return wait;
    }

    /**
     * Looks at the page that is open on a desk and a phone, light and dark, and fails where somebody cannot use it, where
     * it is wider than the window, where the browser complained, or where a number can be read in its source.
     *
     * @param name of the pictures in {@code target/browser}
     */
    protected void canBeUsedByEverybody(String name) throws IOException {
        for (Dimension size : List.of(Browser.DESK, Browser.PHONE)) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.look(size, dark);
                browser.picture(name + "-" + size.width + (dark ? "-dark" : "-light"));
                Object wide = browser.driver()
                        .executeScript("return document.documentElement.scrollWidth - window.innerWidth");
                assertThat((Long) wide).as("pixels beyond the edge at %s", size).isLessThanOrEqualTo(0);
                browser.assertAccessible();
            }
        }
        browser.look(Browser.DESK, false);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.driver().getPageSource()).doesNotContainPattern(RAW_NUMBER);
        assertThat(browser.driver().getCurrentUrl()).doesNotContainPattern(RAW_NUMBER);
    }

    /** One that no other test texts. */
    protected static String newNumber() {
        return "+1500555" + NUMBERS.incrementAndGet();
    }

    /** Somebody registered, with a number of their own. */
    protected String newUser(String name) {
        String number = newNumber();
        users.create("default", new PhoneNumber(number), name, UserStatus.ACTIVE);
        return number;
    }

    /** They text us, as the simulator plays it. */
    protected void text(String from, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url("/simulator/incoming")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("From=" + from.replace("+", "%2B") + "&Body="
                        + URLEncoder.encode(body, StandardCharsets.UTF_8)));
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    /** A call of the API by the operator. */
    protected HttpResponse<String> api(String method, String path, String json) {
        String credentials = Base64.getEncoder().encodeToString(("operator:" + DashboardWorld.PASSWORD).getBytes());
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
