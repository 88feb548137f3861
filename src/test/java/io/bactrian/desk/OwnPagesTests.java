package io.bactrian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnPagesTests {

    private static final String JOLOKIA = "/actuator/hawtio/jolokia";

    @Test
    void whatABrowserSaysIsOurOwnPassesAndNothingElseDoes() {
        assertThat(passes(post("Sec-Fetch-Site", "same-origin"))).isTrue();
        assertThat(passes(post("Sec-Fetch-Site", "cross-site"))).isFalse();
        assertThat(passes(post("Sec-Fetch-Site", "same-site"))).isFalse();
        assertThat(passes(post("X-Requested-With", "XMLHttpRequest"))).isFalse();
    }

    @Test
    void anOlderBrowserNamesItsOrigin() {
        assertThat(passes(post("Origin", "http://sms.example.org:8080"))).isTrue();
        assertThat(passes(post("Origin", "http://sms.example.org"))).isFalse();
        assertThat(passes(post("Origin", "https://example.org"))).isFalse();
        assertThat(passes(post("Origin", "null"))).isFalse();
        assertThat(passes(post("Origin", "not an origin"))).isFalse();
    }

    @Test
    void nothingIsDoneByALink() {
        assertThat(passes(get(JOLOKIA))).isTrue();
        assertThat(passes(get(JOLOKIA + "/version"))).isTrue();
        assertThat(passes(get("/actuator/hawtio/camel/routes"))).isTrue();
        assertThat(passes(get(JOLOKIA + "/exec/org.apache.camel:type=routes/stop")))
                .isFalse();
        assertThat(passes(get("/actuator/jolokia/exec/org.apache.camel:type=routes/stop")))
                .isFalse();
        MockHttpServletRequest byParameter = get(JOLOKIA);
        byParameter.setParameter("p", "exec/org.apache.camel:type=routes/stop");
        assertThat(passes(byParameter)).isFalse();
    }

    private static boolean passes(MockHttpServletRequest request) {
        return OwnPages.mayPass(request);
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private static MockHttpServletRequest post(String header, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", JOLOKIA);
        request.addHeader("Host", "sms.example.org:8080");
        request.addHeader(header, value);
        return request;
    }
}
