package io.bactrian.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.springframework.beans.factory.annotation.Autowired;

/** Hawtio in a browser, who gets in, and what it and JMX tell. */
class HawtioTests extends PageTest {

    private static final String IN = "orioles sing at dawn over the mill";
    private static final String OUT = "kestrels hover at noon above the weir";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private CamelContext camel;

    public interface Leak {
        String getText();
    }

    @Test
    void showsTheLiveRoutesAndTheirDiagrams() throws IOException {
        text(newUser("Watched"), IN);
        open("/actuator/hawtio/camel/contexts");
        clickOn("routes", "");
        clickOn("inbound", "//*[contains(@class,'node-toggle')]");
        clickOn("receive-message", "//*[contains(@class,'node-text')]");
        Awaitility.await()
                .ignoreExceptions()
                .until(() ->
                        browser.driver().findElement(By.tagName("h1")).getText().equals("receive-message"));
        element("a[href$='/camel/routeDiagram']").click();
        browser.picture("hawtio");
        shows("(ID: log-message)");
        browser.picture("hawtio");
        if (Boolean.getBoolean("docs.pictures")) {
            Files.write(Path.of("docs", "hawtio.png"), browser.driver().getScreenshotAs(OutputType.BYTES));
        }
    }

    @Test
    void opensForTheRoleOpsAloneAndForNoPasswordOrKey() {
        assertThat(hawtio("").headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(hawtio(session()).statusCode()).isEqualTo(302);
        assertThat(api("GET", "/actuator/hawtio/", null).statusCode()).isEqualTo(302);
        assertThat(api("GET", "/actuator/jolokia", null).statusCode()).isEqualTo(401);
        api(
                "POST",
                "/api/accounts",
                "{\"name\":\"hawtio-no\",\"role\":\"operator\",\"password\":\"nine-blue-herons-sing\"}");
        element("form[action='/logout'] button").click();
        logIn("hawtio-no", "nine-blue-herons-sing");
        element("nav a[href='/incoming']");
        assertThat(hawtio(session()).statusCode()).isEqualTo(403);
        assertThat(jolokia(session(), url(""), "{\"type\":\"version\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void obeysNoPageOfSomebodyElse() {
        String version = "{\"type\":\"version\"}";
        assertThat(jolokia(session(), url(""), version).statusCode()).isEqualTo(200);
        assertThat(jolokia(session(), "https://example.org", version).statusCode())
                .isEqualTo(403);
        assertThat(get("/actuator/jolokia/version", session()).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/jolokia/exec/java.lang:type=Memory/gc", session())
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/actuator/hawtio/proxy/http/localhost/1", session()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void switchesARouteOffAndOn() throws IOException {
        String route = bean("routes", "\"contract-page\"");
        assertThat(asked(exec(route, "stop()")).get("status").asInt()).isEqualTo(200);
        assertThat(asked("{\"type\":\"read\",\"mbean\":%s,\"attribute\":\"State\"}".formatted(quoted(route)))
                        .get("value")
                        .asText())
                .isEqualTo("Stopped");
        assertThat(asked(exec(route, "start()")).get("status").asInt()).isEqualTo(200);
    }

    @Test
    void deniesWhatCouldTellAMessage() throws IOException {
        String context = bean("context", "\"" + camel.getManagementName() + "\"");
        String tracer = bean("tracer", "BacklogTracer");
        String seda = ManagementFactory.getPlatformMBeanServer().queryNames(name(bean("endpoints", "*")), null).stream()
                .map(ObjectName::getCanonicalName)
                .filter(name -> name.contains("seda"))
                .findFirst()
                .orElseThrow();
        for (String request : List.of(
                exec(seda, "browseAllMessagesAsXml(java.lang.Boolean)", "true"),
                exec(seda, "browseRangeMessagesAsXml", "0", "9", "true"),
                exec(tracer, "dumpAllTracedMessages()"),
                exec(tracer, "dumpAllTracedMessagesAsJSon()"),
                exec(bean("tracer", "BacklogDebugger"), "enableDebugger()"),
                exec(context, "sendBody(java.lang.String,java.lang.Object)", "direct:health", "x"),
                exec(context, "dumpRoutesAsXml(boolean)", "true"),
                exec(context, "stop()"),
                exec("com.sun.management:type=DiagnosticCommand", "vmSystemProperties"),
                exec("com.sun.management:type=HotSpotDiagnostic", "dumpHeap", "x.hprof", "true"),
                "{\"type\":\"write\",\"mbean\":%s,\"attribute\":\"Enabled\",\"value\":true}".formatted(quoted(tracer)),
                "{\"type\":\"write\",\"mbean\":%s,\"attribute\":\"Tracing\",\"value\":true}".formatted(quoted(context)),
                "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"SystemProperties\"}")) {
            assertThat(asked(request).get("status").asInt()).as(request).isEqualTo(403);
        }
    }

    @Test
    void nothingInJmxHoldsANumberOrAText() throws Exception {
        String number = newUser("Unseen");
        text(number, IN);
        String sent = api("POST", "/api/sms/send", "{\"to\":\"%s\",\"body\":\"%s\"}".formatted(number, OUT))
                .body();
        assertThat(sent).contains("\"id\"");
        text(newNumber(), IN);
        text(number, "STOP");
        Awaitility.await().untilAsserted(() -> assertThat(api(
                                "GET",
                                "/api/sms/status/"
                                        + JSON.readTree(sent).get("id").asText(),
                                null)
                        .body())
                .contains("\"delivered\""));
        Jmx jmx = new Jmx();
        assertThat(leaks(jmx, number)).isEmpty();
        assertThat(jmx.attributes()).isGreaterThan(1_000);
        assertThat(jmx.results()).isGreaterThan(100);
        assertThat(stats()).contains("receive-message").doesNotContain(IN, OUT, number.substring(1));
        assertThatALeakWouldBeSeen(number);
    }

    private static List<String> leaks(Jmx jmx, String number) throws JMException {
        List<String> leaks = new ArrayList<>();
        List<String> secrets =
                List.of(IN, OUT, number.substring(1), DashboardWorld.PASSWORD, "an-auth-token-of-a-test-only");
        jmx.readAll((place, value) -> {
            if (secrets.stream().anyMatch(value::contains)) {
                leaks.add(place);
            }
        });
        return leaks;
    }

    private static void assertThatALeakWouldBeSeen(String number) throws JMException {
        ObjectName name = new ObjectName("io.bactrian.test:type=Leak");
        Leak leak = () -> "to " + number;
        ManagementFactory.getPlatformMBeanServer().registerMBean(new StandardMBean(leak, Leak.class), name);
        try {
            assertThat(leaks(new Jmx(), number)).containsExactly(name + ".Text");
        } finally {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        }
    }

    /** What the diagram is drawn of. */
    private String stats() throws IOException {
        String context = bean("context", "\"" + camel.getManagementName() + "\"");
        return asked(exec(context, "dumpRoutesAsXml()")).toString();
    }

    private String bean(String type, String name) {
        return "org.apache.camel:context=%s,type=%s,name=%s".formatted(camel.getManagementName(), type, name);
    }

    private static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (JMException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String exec(String bean, String operation, String... arguments) throws IOException {
        return JSON.writeValueAsString(
                Map.of("type", "exec", "mbean", bean, "operation", operation, "arguments", arguments));
    }

    private static String quoted(String text) throws IOException {
        return JSON.writeValueAsString(text);
    }

    private JsonNode asked(String json) throws IOException {
        return JSON.readTree(jolokia(session(), url(""), json).body());
    }

    private HttpResponse<String> jolokia(String session, String origin, String json) {
        return send(HttpRequest.newBuilder(URI.create(url("/actuator/hawtio/jolokia")))
                .header("Cookie", session)
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> hawtio(String session) {
        return get("/actuator/hawtio", session);
    }

    private HttpResponse<String> get(String path, String session) {
        return send(HttpRequest.newBuilder(URI.create(url(path))).header("Cookie", session));
    }

    private String session() {
        return "bactrian="
                + browser.driver().manage().getCookieNamed("bactrian").getValue();
    }

    /** The tree draws itself anew while it loads. */
    private void clickOn(String text, String part) {
        Awaitility.await().ignoreExceptions().untilAsserted(() -> browser.driver()
                .findElement(
                        By.xpath("//*[contains(@class,'tree-view__node')][normalize-space()='" + text + "']" + part))
                .click());
    }
}
