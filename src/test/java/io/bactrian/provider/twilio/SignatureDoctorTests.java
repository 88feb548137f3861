package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

/** Of each way to set a gateway up wrongly, the doctor says which one it is, and what to set. */
@ExtendWith(OutputCaptureExtension.class)
class SignatureDoctorTests {

    private static final String PATH = "/webhooks/twilio/incoming";
    private static final FormBody FORM = FormBody.parse("Body=hello&From=%2B15005550009&MessageSid=SM1");
    private static final Map<String, String> FIELDS =
            Map.of("Body", "hello", "From", "+15005550009", "MessageSid", "SM1");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @ParameterizedTest
    @CsvSource({
        "https://old.example, https://sms.example, host, https://sms.example",
        "http://sms.example, https://sms.example, scheme, https://sms.example",
        "http://localhost:8080, https://sms.example, host, https://sms.example",
        "https://sms.example:9443, https://sms.example:8443, port, https://sms.example:8443",
        "https://sms.example, https://sms.example/gateway, prefix, https://sms.example/gateway",
        "https://sms.example/wrong, https://sms.example, prefix, https://sms.example",
        "https://sms.example/wrong, https://sms.example/gateway, prefix, https://sms.example/gateway",
        "http://old.example, https://sms.example/gateway, host, https://sms.example/gateway"
    })
    void namesTheSettingThatWouldHaveLetItIn(
            String set, String called, String mistake, String advised, CapturedOutput output) {
        MockHttpServletRequest request = request();
        request.addHeader("X-Forwarded-Host", "sms.example, inner.example");
        request.addHeader("X-Forwarded-Port", "8443");
        request.addHeader("X-Forwarded-Prefix", "/gateway");
        examine(set, request, TwilioSignature.sign(called + PATH, FIELDS, "second"));
        assertThat(count(mistake)).isEqualTo(1);
        assertThat(output)
                .contains("set SMS_PUBLIC_URL=" + advised + "\n", "with token 2 of")
                .doesNotContain("hello", "5550009", "SM1");
    }

    @Test
    void theHostHeaderTellsWhatAProxyDoesNot() {
        MockHttpServletRequest request = request();
        request.addHeader("Host", "sms.example");
        examine("https://old.example", request, TwilioSignature.sign("https://sms.example" + PATH, FIELDS, "first"));
        assertThat(count("host")).isEqualTo(1);
    }

    @Test
    void tellsASlashThatTheProxyTookOff(CapturedOutput output) {
        String signature = TwilioSignature.sign("https://sms.example" + PATH + "/", FIELDS, "first");
        examine("https://sms.example", request(), signature);
        assertThat(count("slash")).isEqualTo(1);
        assertThat(output).contains("adds or takes off the slash");
    }

    @Test
    void tellsAQueryThatTheProxyAdded(CapturedOutput output) {
        MockHttpServletRequest request = request();
        request.setQueryString("From=%2B15005550009");
        examine("https://sms.example", request, TwilioSignature.sign("https://sms.example" + PATH, FIELDS, "first"));
        assertThat(count("query")).isEqualTo(1);
        assertThat(output).contains("adds a query").doesNotContain("5550009");
    }

    @Test
    void whatNobodyOfUsSignedFitsNoVariant(CapturedOutput output) {
        examine("https://sms.example", request(), TwilioSignature.sign("https://sms.example" + PATH, FIELDS, "other"));
        assertThat(count("none")).isEqualTo(1);
        assertThat(output).contains("set TWILIO_AUTH_TOKEN");
    }

    @Test
    void aHeaderThatIsNoHostIsNotEvenTried(CapturedOutput output) {
        MockHttpServletRequest request = request();
        request.addHeader("X-Forwarded-Host", "sms.example\nforged line/%00");
        request.addHeader("X-Forwarded-Prefix", "/a b");
        examine("https://old.example", request, "any");
        assertThat(WrongWebhook.of(request).forwardedAuthorities()).isEmpty();
        assertThat(WrongWebhook.of(request).prefix()).isNull();
        assertThat(output).doesNotContain("forged");
    }

    @Test
    void aFloodIsLookedIntoTwiceASecondAndSaidOnce(CapturedOutput output) {
        SignatureDoctor doctor = doctor("https://sms.example");
        WrongWebhook webhook = WrongWebhook.of(request());
        long begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            doctor.examine(webhook, 100, (by, url) -> by.signsForm(url, FORM, "garbage"));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(count("none")).isLessThanOrEqualTo(2 + 2 * seconds).isPositive();
        assertThat(count("none") + count("not-examined")).isEqualTo(1_000);
        assertThat(output.toString().split("was refused for its signature", -1)).hasSize(2);
    }

    @Test
    void whatIsTooLargeIsNotLookedInto() {
        doctor("https://sms.example")
                .examine(WrongWebhook.of(request()), SignatureDoctor.LARGEST_EXAMINED + 1, (by, url) -> true);
        assertThat(count("not-examined")).isEqualTo(1);
    }

    private void examine(String publicUrl, MockHttpServletRequest request, String signature) {
        doctor(publicUrl).examine(WrongWebhook.of(request), 100, (by, url) -> by.signsForm(url, FORM, signature));
    }

    private SignatureDoctor doctor(String publicUrl) {
        return new SignatureDoctor(List.of("first", "second"), () -> publicUrl, meters);
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest("POST", PATH);
    }

    private double count(String mistake) {
        return meters.get("sms.webhooks.diagnosed")
                .tag("mistake", mistake)
                .counter()
                .count();
    }
}
