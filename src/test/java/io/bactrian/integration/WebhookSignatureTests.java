package io.bactrian.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class WebhookSignatureTests {

    private final MockEnvironment settings = new MockEnvironment();
    private final WebhookSignature signature = new WebhookSignature(settings, Clock.systemUTC());

    /** The example that the specification's own libraries test themselves with. */
    @Test
    void signsAsTheSpecificationDoes() {
        settings.setProperty("a.secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(signature.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}", "a.secret"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void saysWhichSettingItLacksAndNothingOfOneThatIsWrong() {
        assertThatThrownBy(() -> signature.sign("id", "1", "{}", "a.secret")).hasMessageContaining("a.secret");
        settings.setProperty("a.secret", "not base64!");
        assertThatThrownBy(() -> signature.sign("id", "1", "{}", "a.secret"))
                .hasMessage("the setting a.secret is not Base64")
                .hasNoCause();
    }
}
