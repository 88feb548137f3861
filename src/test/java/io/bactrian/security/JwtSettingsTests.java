package io.bactrian.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class JwtSettingsTests {

    private static final String GOOD = "0c1f5d8a1b2c7b1e9a5301935a5e8f4c";

    @Test
    void refusesASecretThatIsNoneAndSaysWhichSettingItIs() {
        for (String secret : List.of("changeme-changeme-changeme-changeme", "a".repeat(40), "abcabc".repeat(9))) {
            assertThatThrownBy(() -> new JwtSettings(secret, "", "", ""))
                    .hasMessageContaining("SMS_JWT_SECRET")
                    .hasMessageNotContaining(secret);
        }
    }

    @Test
    void refusesAShortSecretAndSaysWhichSettingItIs(CapturedOutput output) {
        SpringApplication application = new SpringApplication(OnlySettings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        String[] args = {"--sms.jwt.secret=short"};
        assertThatThrownBy(() -> application.run(args)).isInstanceOf(Exception.class);
        assertThat(output)
                .contains("SMS_JWT_SECRET (sms.jwt.secret) is shorter than 32 bytes.")
                .contains("openssl rand")
                .doesNotContain("\tat io.bactrian");
    }

    @EnableConfigurationProperties(JwtSettings.class)
    static class OnlySettings {}

    @Test
    void countsBytes() {
        assertThat(new JwtSettings("éàüöäßñç".repeat(2), "", "", "").secret()).hasSize(16);
        assertThatThrownBy(() -> new JwtSettings("e".repeat(31), "", "", "")).hasMessageContaining("SMS_JWT_SECRET");
    }

    @Test
    void refusesTwoWaysToCheckATokenAtOnce() {
        assertThatThrownBy(() -> new JwtSettings(GOOD, "https://example.org/jwks", "me", "me"))
                .hasMessageContaining("SMS_JWKS_URL");
    }

    @Test
    void acceptsNoTokenWhereNeitherIsSet() {
        assertThat(Tokens.decoder(new JwtSettings("", "", "", ""))).isEmpty();
    }

    @Test
    void doesNotPrintTheSecret() {
        assertThat(new JwtSettings(GOOD, "", "", "").toString()).doesNotContain(GOOD);
    }

    @Test
    void keysThatSignForOthersTooNeedAnIssuerAndAnAudience() {
        assertThatThrownBy(() -> new JwtSettings("", "https://example.org/jwks", "https://example.org", ""))
                .hasMessageContaining("SMS_JWT_AUDIENCE");
    }
}
