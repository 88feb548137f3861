package io.bactrian.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser without a window: the Chromium of the system, with its own driver, so that nothing is fetched. */
public final class Browser implements AutoCloseable {

    /** Width and height in CSS pixels of a desk and of a phone. */
    public static final Dimension DESK = new Dimension(1280, 900);

    public static final Dimension PHONE = new Dimension(390, 844);

    private static final Path PICTURES = Path.of("target", "browser");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser; where there is none, the test is skipped. */
    public static Browser start() {
        Path chromium = onPath("chromium");
        Path chromedriver = onPath("chromedriver");
        Assumptions.assumeTrue(
                chromium != null && chromedriver != null,
                "browser: there is no chromium with its chromedriver on the PATH");
        System.out.println("browser: used is " + chromium);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Path onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** As somebody sees it who has set their device so. */
    public void look(Dimension size, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width, "height", size.height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Kept in {@code target/browser}, for a person to look at. */
    public void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Whatever the browser complained of since the last time: scripts, styles and pictures that may not be, and the like. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Fails where axe finds what some people cannot see, reach or make sense of (WCAG 2, A and AA, and good practice). */
    public void assertAccessible() {
        List<Rule> violations = new AxeBuilder().analyze(driver).getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes()))
                .isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
