package io.bactrian.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

class LoginTests extends PageTest {

    @Test
    void nobodyGetsInWithoutAPasswordAndEverybodyCanUseTheLogin() throws IOException {
        element("form[action='/logout'] button").click();
        shows("You are logged out.");
        open("/incoming");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/login");
        canBeUsedByEverybody("login");
        logIn("operator", "not the password");
        shows("The name or the password is wrong.");
        logIn("operator", DashboardWorld.PASSWORD);
        element("nav a[href='/incoming']");
    }

    @Test
    void theSessionsCookieIsForTheServerAlone() {
        Cookie session = browser.driver().manage().getCookieNamed("bactrian");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Strict");
    }

    @Test
    void theSessionOpensNoApiAndThePasswordAloneNoPage() {
        String cookie = "bactrian="
                + browser.driver().manage().getCookieNamed("bactrian").getValue();
        assertThat(get("/api/messages/outgoing", cookie).statusCode()).isEqualTo(401);
        assertThat(get("/outgoing", cookie).statusCode()).isEqualTo(200);
        assertThat(api("GET", "/outgoing", null).statusCode()).isEqualTo(302);
    }

    @Test
    void whatChangesSomethingNeedsTheTokenOfThePage() {
        String cookie = "bactrian="
                + browser.driver().manage().getCookieNamed("bactrian").getValue();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url("/accounts")))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=eve&role=admin&password=nine-blue-herons-sing")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(api("GET", "/api/accounts", null).body()).doesNotContain("eve");
    }

    @Test
    void aPageAllowsNothingInLineAndIsNotKept() {
        HttpResponse<String> answer = get("/login", "");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.body()).doesNotContain("style=", "onclick", "<script>");
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("bactrian="));
    }

    @Test
    void whatPagesLoadIsKeptByItsHash() {
        String page = get("/login", "").body();
        String sheet = page.replaceAll("(?s).*href=\"(/assets/dashboard-[0-9a-f]{32}\\.css)\".*", "$1");
        HttpResponse<String> answer = get(sheet, "");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
        assertThat(get("/assets/../application.yaml", "").statusCode()).isIn(400, 404);
        assertThat(get("/webjars/htmx.org/2.0.8/dist/htmx.min.js", "").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String cookie) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Cookie", cookie)
                .GET());
    }
}
